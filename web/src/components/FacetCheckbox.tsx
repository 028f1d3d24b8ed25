import { useLayoutEffect, useRef } from "preact/hooks";
import type { FacetValue } from "../api/types";
import { use_strings } from "./app_context";

interface Props {
  id: string;
  value: FacetValue;
  checked: boolean;
  /** A value inside this one is ticked. */
  partly?: boolean;
  /** A second line under the name. */
  note?: string;
  /** False: the daemon did not say the count, and none is shown. */
  counted?: boolean;
  tick: () => void;
}

/** A value of a facet with its count; the detail (a post, a kind of unit) stands beside the name. */
export function FacetCheckbox({ id, value, checked, partly = false, note = "", counted = true, tick }: Props) {
  const strings = use_strings();
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.indeterminate = partly && !checked;
  });
  return (
    <label class={counted && value.count === 0 ? "value none" : "value"}>
      <input ref={box} id={id} type="checkbox" checked={checked} onChange={tick} />
      <span class="value-label" lang="vi">
        {value.label}
        {value.detail !== null && value.detail !== "" && <span class="value-detail"> {value.detail}</span>}
        {note !== "" && (
          <span class="value-note" lang={strings.language}>
            {note}
          </span>
        )}
      </span>
      {counted && (
        <span class="value-count" aria-label={strings.articles(value.count)} role="img">
          {strings.number(value.count)}
        </span>
      )}
    </label>
  );
}

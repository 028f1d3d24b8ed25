import type { ComponentChildren, JSX } from "preact";
import type { Arrival } from "../state/navigation";
import { use_app } from "./app_context";

interface Props extends Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> {
  to: string;
  arrival?: Arrival;
  children?: ComponentChildren;
}

/** A real link, so that it can be copied or opened in another tab; a plain click stays on the page. */
export function Link({ to, arrival = "top", children, ...rest }: Props) {
  const { navigation } = use_app();
  const follow = (event: MouseEvent) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented) return;
    event.preventDefault();
    navigation.go(to, arrival, (event.currentTarget as HTMLElement).id);
  };
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}

import type { LocalityNode } from "../facets/locality_tree";
import { kind_of, name_with_kind } from "../text/unit_names";
import { FacetCheckbox } from "./FacetCheckbox";
import { use_strings } from "./app_context";

interface Props {
  nodes: readonly LocalityNode[];
  selected: readonly string[];
  /** Units with a ticked one inside. */
  above: ReadonlySet<string>;
  /** How much of a count comes from the units of the other time. */
  note: (node: LocalityNode) => string;
  is_open: (node: LocalityNode) => boolean;
  toggle_open: (node: LocalityNode) => void;
  tick: (node: LocalityNode) => void;
}

/** One level of the tree and, where it stands open, those below. */
export function LocalityBranch(props: Props) {
  const strings = use_strings();
  const { nodes, selected, above, note, is_open, toggle_open, tick } = props;
  return (
    <ul class="values">
      {nodes.map((node) => {
        const open = is_open(node);
        const name = name_with_kind(node.label, node.detail);
        return (
          <li key={node.value}>
            <div class="value-row">
              {node.children.length > 0 ? (
                <button
                  type="button"
                  id={`open-${node.value}`}
                  class="twist"
                  aria-expanded={open}
                  aria-label={open ? strings.collapse(name) : strings.expand(name)}
                  onClick={() => toggle_open(node)}
                >
                  <span aria-hidden="true">▸</span>
                </button>
              ) : (
                <span class="twist" />
              )}
              <FacetCheckbox
                id={`locality-${node.value}`}
                value={{ ...node, detail: kind_of(node.detail) }}
                note={note(node)}
                checked={selected.includes(node.value)}
                partly={above.has(node.value)}
                tick={() => tick(node)}
              />
            </div>
            {open && node.children.length > 0 && <LocalityBranch {...props} nodes={node.children} />}
          </li>
        );
      })}
    </ul>
  );
}

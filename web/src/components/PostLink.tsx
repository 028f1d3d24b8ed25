import type { ComponentChildren } from "preact";
import { post_address } from "../state/query_state";
import { Link } from "./Link";

interface Props {
  slug: string | null;
  locality: string | null;
  children: ComponentChildren;
}

/** A post's title, which leads to those who held it there; bare where no post is told. */
export function PostLink({ slug, locality, children }: Props) {
  if (slug === null) return <span lang="vi">{children}</span>;
  return (
    <Link class="post-link" to={post_address(slug, locality ?? "")} lang="vi">
      {children}
    </Link>
  );
}

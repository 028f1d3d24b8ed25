import type { ComponentChildren } from "preact";

export function is_web_address(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** A link out of the archive; only a web address becomes one, for the archive's word is not trusted to be one. */
export function ForeignLink({ to, children }: { to: string; children?: ComponentChildren }) {
  if (!is_web_address(to)) return <>{children ?? to}</>;
  return (
    <a href={to} rel="noopener noreferrer external">
      {children ?? to}
    </a>
  );
}

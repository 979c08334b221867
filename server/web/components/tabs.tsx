export type Tab = { href: string; text: string };

/** Links between the pages of one thing; the page one is on is said, not only coloured. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }): JSX.Element {
  return (
    <nav class="entente-tabs" aria-label={label}>
      <ul class="entente-tabs__list">
        {tabs.map(({ href, text }) => (
          <li>
            <a class="entente-tabs__link" href={href} aria-current={href === current ? 'page' : undefined} safe>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

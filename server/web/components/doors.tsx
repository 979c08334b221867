export type Door = { href: string; title: string; text: string };

/** Choices of equal weight, side by side where there is room. */
export function Doors({ label, doors }: { label: string; doors: readonly Door[] }): JSX.Element {
  return (
    <nav aria-label={label}>
      <ul class="entente-doors">
        {doors.map((door) => (
          <li class="entente-doors__door">
            <a class="govuk-link entente-doors__link" href={door.href} safe>
              {door.title}
            </a>
            <p class="govuk-body" safe>
              {door.text}
            </p>
          </li>
        ))}
      </ul>
    </nav>
  );
}

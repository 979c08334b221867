/** A text somebody wrote or will sign, set apart and with its own line breaks. */
export function Document({ text }: { text: string }): JSX.Element {
  return (
    <div class="entente-document entente-as-typed" safe>
      {text}
    </div>
  );
}

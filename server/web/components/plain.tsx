import type { PropsWithChildren } from '@kitajs/html';

const style = `
body { max-width: 45rem; margin: 2rem auto; padding: 0 1rem; color: #1b2426; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
dt { font-weight: 700; } dd { margin: 0 0 0.75rem; white-space: pre-line; overflow-wrap: anywhere; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** A document to keep as a file: its few rules are inside, since nothing else comes with it. */
export function Plain({ title, children }: PropsWithChildren<{ title: string }>): JSX.Element {
  return (
    <>
      {'<!doctype html>'}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <title safe>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <style>{style as 'safe'}</style>
        </head>
        <body>
          <main>{children}</main>
        </body>
      </html>
    </>
  );
}

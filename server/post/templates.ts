/** What leaves by mail. No name, no fact, no case: whoever looks over a shoulder learns that a message waits. */
export type Template = 'message' | 'digest' | 'invitation';

export type Mail = { subject: string; text: string; html: string };

const subject = 'Vous avez un message';

const words: Record<Template, { body: string; link: string; footer: string }> = {
  message: {
    body: 'Bonjour,\n\nUn message vous attend. Connectez-vous pour le lire.',
    link: 'Se connecter',
    footer: 'Pour ne plus recevoir ces courriels, connectez-vous, puis choisissez « Compte ». Ne répondez pas à ce courriel : personne ne le lit.',
  },
  digest: {
    body: 'Bonjour,\n\nPlusieurs messages vous attendent. Connectez-vous pour les lire.',
    link: 'Se connecter',
    footer: 'Vous recevez ce courriel une fois par jour au plus. Pour ne plus le recevoir, connectez-vous, puis choisissez « Compte ». Ne répondez pas à ce courriel : personne ne le lit.',
  },
  invitation: {
    body: 'Bonjour,\n\nUn message vous attend. Pour le lire, ouvrez ce lien ; le code demandé vous est remis par une autre voie. Préférez un appareil qui n’appartient qu’à vous.',
    link: 'Lire le message',
    footer: 'Si vous n’attendiez rien, vous pouvez ignorer ce courriel. N’y répondez pas : personne ne le lit.',
  },
};

/** A mail as text and as simple HTML. `url` is an address of this service, which needs no escaping beyond `&`. */
export function mailOf(template: Template, url: string): Mail {
  const { body, link, footer } = words[template];

  return {
    subject,
    text: `${body}\n\n${url}\n\n-- \n${footer}\n`,
    html: [
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${subject}</title></head><body>`,
      ...body.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`),
      `<p><a href="${url.replaceAll('&', '&amp;')}">${link}</a></p><hr><p><small>${footer}</small></p></body></html>`,
    ].join('\n'),
  };
}

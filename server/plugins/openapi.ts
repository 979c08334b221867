import swagger from '@fastify/swagger';
import type { App } from '../instance.ts';

/** Describes the API from the schemas its routes validate with; nothing is written by hand. */
export async function openapi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Entente',
        version: '1',
        description: 'API du service de médiation des personnels des établissements publics. Les refus suivent la RFC 9457.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          session: { type: 'apiKey', in: 'header', name: 'Entente-Session' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...schema,
        hide: schema?.hide === true || !url.startsWith('/api/'),
        ...(route.config?.policy?.who === 'session' && { security: [{ token: [], session: [] }] }),
      },
    }),
  });
}

/** Serves the document itself; registered with the API's routes. */
export function openapiRoute(app: App): void {
  const config = { policy: { act: 'openapi', who: 'anyone' } } as const;

  app.get('/api/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());
}

/** The document as it is committed in `openapi.json`. The app must be ready. */
export function openapiText(app: App): string {
  return `${JSON.stringify(app.swagger(), null, 2)}\n`;
}

import type { FastifySchemaValidationError, FastifyServerOptions } from 'fastify';
import type { FieldError } from '../problems.ts';

/** Nothing is converted, dropped or guessed: what does not fit is refused, and every fault is named at once. */
export const validatorOptions: FastifyServerOptions['ajv'] = {
  customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: true },
};

/** One entry per fault, in French, saying what to do. Carries names of fields and limits, never a value. */
export function fieldErrors(faults: readonly FastifySchemaValidationError[]): FieldError[] {
  const errors = faults.map((fault) => ({ field: fieldOf(fault), message: adviceFor(fault) }));

  return errors.filter(({ field }, index) => errors.findIndex((other) => other.field === field) === index).slice(0, 50);
}

function fieldOf({ instancePath, params }: FastifySchemaValidationError): string {
  const inside = params['missingProperty'] ?? params['additionalProperty'];
  const path = instancePath.split('/').slice(1);

  return [...path, ...(typeof inside === 'string' ? [inside] : [])].join('.').slice(0, 100);
}

function adviceFor({ keyword, params }: FastifySchemaValidationError): string {
  const limit = String(params['limit'] ?? '');

  switch (keyword) {
    case 'required':
      return 'Renseignez ce champ.';
    case 'additionalProperties':
      return 'Retirez ce champ : il n’est pas prévu ici.';
    case 'minLength':
      return limit === '1' ? 'Renseignez ce champ.' : `Saisissez au moins ${limit} caractères.`;
    case 'maxLength':
      return `Raccourcissez ce texte : ${limit} caractères au plus.`;
    case 'minItems':
      return `Indiquez au moins ${limit} élément(s).`;
    case 'maxItems':
      return `Indiquez ${limit} élément(s) au plus.`;
    case 'uniqueItems':
      return 'Retirez les éléments en double.';
    case 'minimum':
      return `Indiquez un nombre d’au moins ${limit}.`;
    case 'maximum':
      return `Indiquez un nombre d’au plus ${limit}.`;
    case 'enum':
    case 'const':
    case 'anyOf':
    case 'oneOf':
      return 'Choisissez l’une des valeurs prévues.';
    case 'format':
      return formatAdvice(String(params['format']));
    case 'type':
      return `Donnez une valeur du type prévu (${String(params['type'])}).`;
    default:
      return 'Corrigez la forme de ce champ.';
  }
}

function formatAdvice(format: string): string {
  if (format === 'date') return 'Donnez une date sous la forme AAAA-MM-JJ.';
  if (format === 'uuid') return 'Donnez l’identifiant tel qu’il vous a été remis.';
  if (format === 'email') return 'Donnez une adresse électronique complète, par exemple prenom.nom@exemple.fr.';

  return 'Corrigez la forme de ce champ.';
}

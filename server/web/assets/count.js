// Says how much room a long text has left while it is being written. Without this script, the page says it when it comes back.
const idleMs = 1500;
/** From this part of the room on, what is left is also heard. */
const heardFrom = 0.1;
const plural = new Intl.PluralRules('fr');
const number = new Intl.NumberFormat('fr-FR');

for (const text of document.querySelectorAll('textarea[data-limit]')) watch(text);

function watch(text) {
  const seen = document.getElementById(`${text.id}-count`);
  const heard = listener(text);
  const limit = Number(text.dataset.limit);
  let timer;

  text.addEventListener('input', () => {
    const left = limit - [...text.value].length;
    seen.textContent = text.value === '' ? text.dataset.room : sentence(text.dataset, left);
    clearTimeout(timer);
    timer = setTimeout(() => (heard.textContent = left <= limit * heardFrom ? seen.textContent : ''), idleMs);
  });
}

function sentence({ left, leftOne, over, overOne }, remaining) {
  const count = Math.abs(remaining);
  const [one, other] = remaining < 0 ? [overOne, over] : [leftOne, left];

  return (plural.select(count) === 'one' ? one : other).replace('{count}', number.format(count).replaceAll('\u202f', '\u00a0'));
}

/** Spoken when typing pauses, and not at each key: it comes after the page, as a role that is heard must. */
function listener(text) {
  const element = document.createElement('p');
  element.className = 'govuk-visually-hidden';
  element.setAttribute('role', 'status');
  text.after(element);

  return element;
}

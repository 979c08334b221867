// Saves a form while it is being written: on change, and three seconds after the last key. Nothing is kept in the browser.
const form = document.querySelector('form[data-autosave]');
const idleMs = 3000;
const patienceMs = 5000;
let timer;
let sending = false;
let again = false;
let pressed;

// Roles are heard only when the element comes after the page.
const status = line('status');
const alert = line('alert');

form?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(save, idleMs);
});
form?.addEventListener('change', () => {
  clearTimeout(timer);
  save();
});
form?.addEventListener('submit', (event) => {
  clearTimeout(timer);
  if (!sending) return;
  // A save under way that arrived after what the button sends would undo it: the button waits for it.
  event.preventDefault();
  pressed = event;
});
addEventListener('online', () => alert?.textContent && save());

async function save() {
  if (sending) {
    again = true;

    return;
  }
  sending = true;
  try {
    show(await send());
  } catch {
    show({ problem: form.dataset.offline });
  }
  sending = false;
  if (pressed) {
    form.requestSubmit(pressed.submitter);
    pressed = undefined;
  } else if (again) {
    again = false;
    save();
  }
}

async function send() {
  const answer = await fetch(form.dataset.autosave, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
    signal: AbortSignal.timeout(patienceMs),
  });
  const said = await answer.json().catch(() => ({}));
  // An expired token comes back with a fresh one: the button then works, and nothing has to be typed again.
  if (said.token) form.querySelector('input[name=form-token]').value = said.token;

  return answer.ok || said.problem ? said : { problem: form.dataset.failed };
}

/** The focus moves to a new problem once, so that it is not missed; the text stays where it is. */
function show({ saved = '', problem = '' }) {
  const isNews = problem !== '' && alert.textContent !== problem;
  status.textContent = saved;
  alert.textContent = problem;
  alert.hidden = problem === '';
  if (isNews) alert.focus();
}

function line(role) {
  if (!form) return undefined;
  const element = document.createElement('p');
  element.className = `govuk-body entente-autosave entente-autosave--${role}`;
  element.setAttribute('role', role);
  if (role === 'alert') Object.assign(element, { tabIndex: -1, hidden: true });
  form.append(element);

  return element;
}

// Signing up, logging in, and what helps where that does not go.
import { askForCode, askToConfirm, confirmAddress, logIn, mailed, setPassword, signUp } from './session.js';
import { Component, html } from './view.js';

/** What those see who are not logged in. */
export class Entry extends Component {
  constructor(props) {
    super(props);
    this.state = { mode: this.first(), busy: false, error: '', told: '' };
    this.submit = this.submit.bind(this);
  }

  first() {
    const link = mailed();
    if (link) {
      return link.kind;
    }
    return this.props.config.NoAccounts === 'true' ? 'signup' : 'login';
  }

  componentDidMount() {
    if (mailed()) {
      this.code = mailed().code;
      // It is worth an account: it must not stay in the list of what was visited.
      history.replaceState(null, '', location.pathname);
      this.forceUpdate();
    }
  }

  turn(mode, told = '') {
    this.setState({ mode, error: '', told, busy: false }, () => this.base.querySelector('input')?.focus());
  }

  async submit(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    this.setState({ busy: true, error: '' });
    try {
      await MODES[this.state.mode].submit(form, this);
    } catch (failed) {
      this.setState({ busy: false, error: failed.message, unconfirmed: failed.id.includes('not_verified') });
    }
  }

  render({ config }, { mode, busy, error, told, unconfirmed }) {
    const { title, button, fields } = MODES[mode];
    return html`<main class="entry">
      <div class="entry-card">
        <img class="entry-mark" src="/front/icon.svg" alt="" width="56" height="56" />
        <h1>${mode === 'signup' && config.NoAccounts === 'true' ? 'Welcome, administrator' : title}</h1>
        <p class="muted">
          ${config.SiteName || 'Krait'}
          ${config.CustomDescriptionText ? ` · ${config.CustomDescriptionText}` : ''}
        </p>
        ${told && html`<p class="told" role="status">${told}</p>`}
        <form key=${mode} onSubmit=${this.submit} aria-label=${button}>
          ${fields(config, this)}
          ${error && html`<p class="error" role="alert">${error}</p>`}
          <button type="submit" class="button wide" disabled=${busy}>${button}</button>
        </form>
        ${unconfirmed && mode === 'login' &&
        html`<p class="entry-turn"><button type="button" class="link" onClick=${() => this.turn('verify')}>Confirm your address</button></p>`}
        ${this.turning(mode, config)}
      </div>
    </main>`;
  }

  turning(mode, config) {
    const to = (next, label) =>
      html`<button type="button" class="link" onClick=${() => this.turn(next)}>${label}</button>`;
    if (mode !== 'login') {
      return html`<p class="entry-turn">
        ${mode === 'forgotten' && html`${to('reset', 'I have a code')} · `}${to('login', 'Log in')}</p>`;
    }
    return html`
      ${config.PasswordEnableForgotLink === 'true' &&
      html`<p class="entry-turn">${config.ForgotPasswordLink
        ? html`<a href=${config.ForgotPasswordLink}>Forgotten password?</a>`
        : to('forgotten', 'Forgotten password?')}</p>`}
      ${config.EnableOpenServer === 'true' || config.NoAccounts === 'true'
        ? html`<p class="entry-turn">New here? ${to('signup', 'Make an account')}</p>`
        : html`<p class="entry-turn">Accounts are made by an administrator here.</p>`}
    `;
  }
}

const LOGIN = {
  title: 'Welcome',
  button: 'Log in',
  fields: () => html`
    ${field('name', 'User name or email address', { autocomplete: 'username', autofocus: true })}
    ${field('password', 'Password', { type: 'password', autocomplete: 'current-password' })}
  `,
  submit: (form) => logIn(form.name.trim(), form.password),
};

const SIGN_UP = {
  title: 'Make an account',
  button: 'Sign up',
  fields: (config) => html`
    ${field('username', 'User name', {
      autocomplete: 'username',
      pattern: '[A-Za-z][A-Za-z0-9._\\-]{2,21}',
      title: 'A letter, then letters, digits, dots, hyphens or underscores; 3 to 22 in all',
      help: 'What others mention you by, such as ann',
    })}
    ${field('email', 'Email address', { type: 'email', autocomplete: 'email' })}
    ${newPassword(config, 'Password')}
    ${config.NoAccounts === 'true' &&
    field('code', 'Code for the first administrator', {
      autocomplete: 'off',
      help: 'The first account is the administrator\u2019s. The server has printed where the code is when it started.',
    })}
  `,
  submit: (form) =>
    signUp({
      username: form.username.trim().toLowerCase(),
      email: form.email.trim(),
      password: form.password,
      code: form.code?.trim(),
    }),
};

const FORGOTTEN = {
  title: 'Forgotten password',
  button: 'Send me a code',
  fields: () =>
    field('email', 'Email address', {
      type: 'email',
      autocomplete: 'email',
      help: 'If an account has this address, a code for a new password is sent there.',
    }),
  submit: async (form, entry) => {
    await askForCode(form.email.trim());
    entry.turn('reset', 'If an account has this address, a mail with a code is on its way.');
  },
};

const RESET = {
  title: 'Set a new password',
  button: 'Set the password',
  fields: (config, entry) => html`${mailedCode(entry)} ${newPassword(config)}`,
  submit: async (form, entry) => {
    await setPassword(form.code.trim(), form.password);
    entry.turn('login', 'The password is set. Log in with it.');
  },
};

const VERIFY = {
  title: 'Confirm your address',
  button: 'Confirm',
  fields: (config, entry) => html`${mailedCode(entry)}
    <p><button type="button" class="link" onClick=${() => entry.turn('again')}>Send me another code</button></p>`,
  submit: async (form, entry) => {
    await confirmAddress(form.code.trim());
    entry.turn('login', 'The address is confirmed. Log in.');
  },
};

const AGAIN = {
  title: 'Confirm your address',
  button: 'Send me a code',
  fields: () => field('email', 'Email address', { type: 'email', autocomplete: 'email' }),
  submit: async (form, entry) => {
    await askToConfirm(form.email.trim());
    entry.turn('verify', 'If an account has this address, a mail with a code is on its way.');
  },
};

const MODES = {
  login: LOGIN,
  signup: SIGN_UP,
  forgotten: FORGOTTEN,
  reset: RESET,
  verify: VERIFY,
  again: AGAIN,
};

function mailedCode(entry) {
  return field('code', 'Code from the mail', { autocomplete: 'one-time-code', defaultValue: entry.code || '' });
}

function newPassword(config, label = 'New password') {
  const least = Number(config.PasswordMinimumLength) || 8;
  return field('password', label, {
    type: 'password',
    autocomplete: 'new-password',
    minlength: least,
    help: `At least ${least} characters`,
  });
}

function field(name, label, { help, type = 'text', required = true, ...further }) {
  return html`<div class="field">
    <label for=${`entry-${name}`}>${label}</label>
    <input id=${`entry-${name}`} name=${name} type=${type} required=${required} spellcheck="false"
      autocapitalize="none" aria-describedby=${help ? `entry-${name}-help` : undefined} ...${further} />
    ${help && html`<p class="help" id=${`entry-${name}-help`}>${help}</p>`}
  </div>`;
}

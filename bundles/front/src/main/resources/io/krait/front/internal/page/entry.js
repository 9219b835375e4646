// Signing up and logging in.
import { logIn, signUp } from './session.js';
import { Component, html } from './view.js';

/** What those see who are not logged in. */
export class Entry extends Component {
  constructor(props) {
    super(props);
    this.state = { mode: props.config.NoAccounts === 'true' ? 'signup' : 'login', busy: false, error: '' };
    this.submit = this.submit.bind(this);
  }

  turn(mode) {
    this.setState({ mode, error: '' }, () => this.base.querySelector('input')?.focus());
  }

  async submit(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    this.setState({ busy: true, error: '' });
    try {
      if (this.state.mode === 'login') {
        await logIn(form.name.trim(), form.password);
      } else {
        await signUp({
          username: form.username.trim().toLowerCase(),
          email: form.email.trim(),
          password: form.password,
          code: form.code?.trim(),
        });
      }
    } catch (failed) {
      this.setState({ busy: false, error: failed.message });
    }
  }

  render({ config }, { mode, busy, error }) {
    const login = mode === 'login';
    return html`<main class="entry">
      <div class="entry-card">
        <img class="entry-mark" src="/front/icon.svg" alt="" width="56" height="56" />
        <h1>${login ? 'Welcome' : config.NoAccounts === 'true' ? 'Welcome, administrator' : 'Make an account'}</h1>
        <p class="muted">
          ${config.SiteName || 'Krait'}
          ${config.CustomDescriptionText ? ` · ${config.CustomDescriptionText}` : ''}
        </p>
        <form onSubmit=${this.submit} aria-label=${login ? 'Log in' : 'Sign up'}>
          ${login ? this.loginFields() : this.signUpFields()}
          ${error && html`<p class="error" role="alert">${error}</p>`}
          <button type="submit" class="button wide" disabled=${busy}>
            ${login ? 'Log in' : 'Sign up'}
          </button>
        </form>
        ${this.turning(login, config)}
      </div>
    </main>`;
  }

  turning(login, config) {
    if (login && config.EnableOpenServer !== 'true' && config.NoAccounts !== 'true') {
      return html`<p class="entry-turn">Accounts are made by an administrator here.</p>`;
    }
    return html`<p class="entry-turn">
      ${login ? 'New here?' : 'There is an account already?'}${' '}
      <button type="button" class="link" onClick=${() => this.turn(login ? 'signup' : 'login')}>
        ${login ? 'Make an account' : 'Log in'}
      </button>
    </p>`;
  }

  loginFields() {
    return html`
      ${field('name', 'User name or email address', { autocomplete: 'username', autofocus: true })}
      ${field('password', 'Password', { type: 'password', autocomplete: 'current-password' })}
    `;
  }

  signUpFields() {
    const { config } = this.props;
    const least = Number(config.PasswordMinimumLength) || 8;
    const first = config.NoAccounts === 'true';
    return html`
      ${field('username', 'User name', {
        autocomplete: 'username',
        pattern: '[A-Za-z][A-Za-z0-9._\\-]{2,21}',
        title: 'A letter, then letters, digits, dots, hyphens or underscores; 3 to 22 in all',
        help: 'What others mention you by, such as ann',
      })}
      ${field('email', 'Email address', { type: 'email', autocomplete: 'email' })}
      ${field('password', 'Password', {
        type: 'password',
        autocomplete: 'new-password',
        minlength: least,
        help: `At least ${least} characters`,
      })}
      ${first &&
      field('code', 'Code for the first administrator', {
        autocomplete: 'off',
        help: 'The first account is the administrator\u2019s. The server has printed where the code is when it started.',
      })}
    `;
  }
}

function field(name, label, { help, type = 'text', required = true, ...further }) {
  return html`<div class="field">
    <label for=${`entry-${name}`}>${label}</label>
    <input id=${`entry-${name}`} name=${name} type=${type} required=${required} spellcheck="false"
      autocapitalize="none" aria-describedby=${help ? `entry-${name}-help` : undefined} ...${further} />
    ${help && html`<p class="help" id=${`entry-${name}-help`}>${help}</p>`}
  </div>`;
}

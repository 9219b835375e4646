// A dialog that a plugin opens, and what becomes of it.
import * as api from './api.js';
import { markdown } from './markdown.js';
import { now, set } from './store.js';
import { Component, html } from './view.js';

/** A plugin's dialog, as the modal's inside. */
export class PluginDialog extends Component {
  constructor(props) {
    super(props);
    this.state = { errors: {}, error: '', busy: false };
  }

  async submit(event) {
    event.preventDefault();
    const { request } = this.props;
    const submission = {};
    for (const element of request.dialog.elements || []) {
      submission[element.name] = valueOf(event.target.elements[element.name], element);
    }
    this.setState({ busy: true, errors: {}, error: '' });
    try {
      const answer = await tellPlugin(request, { submission });
      const errors = answer.errors || {};
      if (answer.error || Object.keys(errors).length > 0) {
        this.setState({ busy: false, errors, error: answer.error || '' });
      } else if (now().modal?.request === request) {
        set({ modal: null });
      }
    } catch (failed) {
      this.setState({ busy: false, error: failed.message });
    }
  }

  render({ request }, { errors, error, busy }) {
    const { dialog } = request;
    return html`<form class="plugin-dialog" onSubmit=${(event) => this.submit(event)}>
      ${dialog.introduction_text && html`<div class="text">${markdown(dialog.introduction_text)}</div>`}
      ${(dialog.elements || []).map((element) => field(element, errors[element.name]))}
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <div class="modal-buttons">
        <button type="button" class="button quiet" onClick=${() => cancelDialog(request)}>Cancel</button>
        <button type="submit" class="button" disabled=${busy}>${dialog.submit_label || 'Submit'}</button>
      </div>
    </form>`;
  }
}

/** Closes a dialog; its plugin is told where it wants that. */
export function cancelDialog(request) {
  set({ modal: null });
  if (request.dialog.notify_on_cancel) {
    tellPlugin(request, { cancelled: true, submission: {} }).catch(() => {});
  }
}

function tellPlugin({ url, dialog }, further) {
  const { channelId, teamId } = now();
  return api.post('actions/dialogs/submit', {
    url,
    callback_id: dialog.callback_id,
    state: dialog.state,
    channel_id: channelId,
    team_id: teamId,
    ...further,
  });
}

function valueOf(input, element) {
  if (element.type === 'bool') {
    return input.checked;
  }
  if (element.subtype === 'number' && input.value !== '') {
    return Number(input.value);
  }
  return input.value;
}

const INPUTS = { number: 'number', email: 'email', tel: 'tel', url: 'url', password: 'password' };

function field(element, wrong) {
  const id = `dialog-${element.name}`;
  const told = [element.help_text && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const shared = {
    id,
    name: element.name,
    required: !element.optional,
    'aria-invalid': Boolean(wrong),
    'aria-describedby': told || undefined,
  };
  const after = html`
    ${element.help_text && html`<div class="help" id=${`${id}-help`}>${markdown(element.help_text)}</div>`}
    ${wrong && html`<p class="error" role="alert" id=${`${id}-wrong`}>${wrong}</p>`}
  `;
  if (element.type === 'bool') {
    return html`<div class="field"><label class="check">
      <input type="checkbox" ...${shared} required=${false} defaultChecked=${element.default === 'true'} />
      ${element.placeholder || element.display_name}</label>${after}</div>`;
  }
  if (element.type === 'radio') {
    return html`<fieldset class="field"><legend>${element.display_name}</legend>
      ${(element.options || []).map((one) => html`<label class="check"><input type="radio" name=${element.name}
        value=${one.value} required=${!element.optional} defaultChecked=${one.value === element.default} /> ${one.text}</label>`)}
      ${after}</fieldset>`;
  }
  const optional = element.optional && html` <span class="muted">(optional)</span>`;
  return html`<div class="field"><label for=${id}>${element.display_name}${optional}</label>
    ${input(element, shared)}${after}</div>`;
}

function input(element, shared) {
  const bounds = {
    minlength: element.min_length || undefined,
    maxlength: element.max_length || undefined,
    placeholder: element.placeholder || undefined,
  };
  if (element.type === 'textarea') {
    return html`<textarea rows="4" ...${shared} ...${bounds} defaultValue=${element.default || ''}></textarea>`;
  }
  if (element.type === 'select') {
    return html`<select ...${shared}><option value="">${element.placeholder || 'Choose …'}</option>
      ${optionsOf(element).map((one) => html`<option value=${one.value} selected=${one.value === element.default}>${one.text}</option>`)}
    </select>`;
  }
  const type = { date: 'date', datetime: 'datetime-local' }[element.type] || INPUTS[element.subtype] || 'text';
  return html`<input type=${type} step=${type === 'number' ? 'any' : undefined} ...${shared} ...${bounds}
    defaultValue=${element.default || ''} />`;
}

function optionsOf(element) {
  const { users, channels, teamId } = now();
  if (element.data_source === 'users') {
    return Object.values(users).map((one) => ({ value: one.id, text: `@${one.username}` }));
  }
  if (element.data_source === 'channels') {
    return Object.values(channels)
      .filter((one) => one.team_id === teamId)
      .map((one) => ({ value: one.id, text: one.display_name }));
  }
  return element.options || [];
}

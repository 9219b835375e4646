// The settings of a plugin, as a form.

import { get, post } from './api.js';
import { confirmed, toast } from './dialogs.js';
import { h, freshId, setText } from './dom.js';

const isOn = (value) => value === true || value === 'true';

/** A secret that nobody can guess. */
function random() {
  const letters = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const made = [];
  while (made.length < 32) {
    // Those beyond the last multiple would make some letters likelier than others.
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 256 - (256 % letters.length)) made.push(letters[byte % letters.length]);
  }
  return made.join('');
}

/** A setting. `value` is what to save, undefined where nothing has changed, null to clear it. */
class Field {
  constructor(setting) {
    this.setting = setting;
    this.id = freshId('setting');
    this.helpId = `${this.id}-help`;
    this.errorId = `${this.id}-error`;
    this.error = h('p', { class: 'field-error', id: this.errorId, hidden: true });
    this.build();
  }

  common(more = {}) {
    return {
      id: this.id,
      name: this.setting.key,
      autocomplete: 'off',
      'aria-describedby': `${this.helpId} ${this.errorId}`,
      ...more,
    };
  }

  wrap(...controls) {
    return h(
      'div',
      { class: 'setting', 'data-key': this.setting.key },
      h('label', { for: this.id, class: 'setting-name' }, this.setting.name || this.setting.key),
      ...controls,
      this.help(),
      this.error,
    );
  }

  help() {
    return h('p', { class: 'help', id: this.helpId }, this.setting.help);
  }

  fail(text) {
    setText(this.error, text);
    this.error.hidden = text === '';
    if (this.control) this.control.setAttribute('aria-invalid', String(text !== ''));
  }

  focus() {
    this.control?.focus();
  }
}

class TextField extends Field {
  build() {
    const { setting } = this;
    this.before = setting.value === null || setting.value === undefined ? '' : String(setting.value);
    const properties = this.common({ placeholder: setting.placeholder, spellcheck: 'false' });
    if (setting.type === 'longtext') {
      this.control = h('textarea', { ...properties, rows: '5' });
    } else {
      this.control = h('input', {
        ...properties,
        type: setting.type === 'number' ? 'number' : 'text',
        step: setting.type === 'number' ? 'any' : null,
      });
    }
    this.control.value = this.before;
    this.element = this.wrap(this.control);
  }

  get value() {
    const text = this.control.value;
    if (this.setting.type !== 'number') return text === this.before ? undefined : text;
    if (this.control.validity.badInput) throw new Error('This must be a number.');
    if (text === this.before) return undefined;
    return text === '' ? null : Number(text);
  }
}

class SwitchField extends Field {
  build() {
    this.before = isOn(this.setting.value);
    this.control = h('input', { ...this.common(), type: 'checkbox', role: 'switch', class: 'switch' });
    this.control.checked = this.before;
    this.element = h(
      'div',
      { class: 'setting', 'data-key': this.setting.key },
      h('div', { class: 'switch-line' }, this.control, h('label', { for: this.id, class: 'setting-name' }, this.setting.name || this.setting.key)),
      this.help(),
      this.error,
    );
  }

  get value() {
    return this.control.checked === this.before ? undefined : this.control.checked;
  }
}

class SelectField extends Field {
  build() {
    const { setting } = this;
    this.before = setting.value === null || setting.value === undefined ? '' : String(setting.value);
    this.control = h('select', this.common());
    if (!setting.options.some((option) => option.value === this.before)) {
      this.control.append(h('option', { value: this.before }, this.before === '' ? '(not chosen)' : `${this.before} (not offered any more)`));
    }
    this.control.append(...setting.options.map((option) => h('option', { value: option.value }, option.name || option.value)));
    this.control.value = this.before;
    this.element = this.wrap(this.control);
  }

  get value() {
    return this.control.value === this.before ? undefined : this.control.value;
  }
}

class RadioField extends Field {
  build() {
    const { setting } = this;
    this.before = setting.value === null || setting.value === undefined ? '' : String(setting.value);
    this.choices = setting.options.map((option, index) => {
      const input = h('input', { type: 'radio', name: this.id, id: `${this.id}-${index}`, value: option.value });
      input.checked = option.value === this.before;
      return { input, line: h('p', { class: 'check' }, input, h('label', { for: input.id }, option.name || option.value)) };
    });
    this.element = h(
      'fieldset',
      { class: 'setting', 'data-key': setting.key, 'aria-describedby': `${this.helpId} ${this.errorId}` },
      h('legend', { class: 'setting-name' }, setting.name || setting.key),
      ...this.choices.map((choice) => choice.line),
      this.help(),
      this.error,
    );
  }

  get value() {
    const chosen = this.choices.find((choice) => choice.input.checked)?.input.value;
    return chosen === undefined || chosen === this.before ? undefined : chosen;
  }

  focus() {
    this.choices[0]?.input.focus();
  }
}

/** What nobody may read: it is replaced or cleared. */
class SecretField extends Field {
  build() {
    const { setting } = this;
    this.removed = false;
    const long = setting.type === 'longtext' || setting.type === 'custom';
    this.control = h(long ? 'textarea' : 'input', {
      ...this.common({ autocomplete: 'new-password', spellcheck: 'false' }),
      type: long ? null : 'password',
      rows: long ? '4' : null,
      oninput: () => {
        this.removed = false;
        this.describe();
      },
    });
    this.remove = h(
      'button',
      {
        class: 'button small',
        type: 'button',
        onclick: () => {
          this.removed = !this.removed;
          this.control.value = '';
          this.describe();
          this.control.dispatchEvent(new Event('input', { bubbles: true, cancelable: true }));
        },
      },
      'Clear',
    );
    this.note = h('p', { class: 'help secret-note', role: 'status' });
    this.element = this.wrap(h('div', { class: 'with-button' }, this.control, this.remove), this.note);
    this.describe();
  }

  describe() {
    const { isSet, placeholder } = this.setting;
    this.remove.hidden = !isSet;
    this.control.placeholder = this.removed ? '' : isSet ? '••••••••••••' : placeholder;
    setText(
      this.note,
      this.control.value !== ''
        ? 'A new value will be saved.'
        : this.removed
          ? 'It will be cleared.'
          : isSet
            ? 'It is set, and never shown. Leave this empty to keep it.'
            : 'It is not set.',
    );
  }

  get value() {
    if (this.control.value !== '') return this.setting.type === 'number' ? Number(this.control.value) : this.control.value;
    return this.removed ? null : undefined;
  }
}

/** A secret that the page makes up. */
class GeneratedField extends Field {
  build() {
    const { setting } = this;
    this.made = '';
    this.control = h('input', { ...this.common(), type: 'text', readonly: true, class: 'mono' });
    this.control.placeholder = setting.isSet ? '••••••••••••••••••••••••' : 'not generated yet';
    this.copy = h('button', { class: 'button small', type: 'button', hidden: true, onclick: () => this.copyIt() }, 'Copy');
    this.note = h('p', { class: 'help secret-note', role: 'status' }, setting.isSet ? 'It is set, and never shown.' : 'It is not set.');
    this.element = this.wrap(
      h(
        'div',
        { class: 'with-button' },
        this.control,
        this.copy,
        h('button', { class: 'button small', type: 'button', onclick: () => this.generate() }, setting.isSet ? 'Regenerate' : 'Generate'),
      ),
      this.note,
      setting.regenerateHelp ? h('p', { class: 'help' }, setting.regenerateHelp) : null,
    );
  }

  generate() {
    this.made = random();
    this.control.value = this.made;
    this.copy.hidden = false;
    setText(this.note, 'Copy it now if you need it elsewhere: once it is saved it is not shown again.');
    this.control.dispatchEvent(new Event('input', { bubbles: true }));
    this.control.select();
  }

  async copyIt() {
    this.control.select();
    try {
      await navigator.clipboard.writeText(this.made);
      toast('Copied.');
    } catch {
      // Browsers refuse it on plain HTTP; it is selected by now.
      toast('Press Ctrl+C to copy it: this browser does not let the page do it.');
    }
  }

  get value() {
    return this.made === '' ? undefined : this.made;
  }
}

/** What only the plugin itself understands: any JSON value. */
class CustomField extends Field {
  build() {
    const { setting } = this;
    this.before = setting.value === null || setting.value === undefined ? '' : JSON.stringify(setting.value, null, 2);
    this.control = h('textarea', { ...this.common({ spellcheck: 'false', placeholder: setting.placeholder }), rows: '4', class: 'mono' });
    this.control.value = this.before;
    this.element = this.wrap(this.control, h('p', { class: 'help' }, 'A JSON value: a text is in quotation marks.'));
  }

  get value() {
    const text = this.control.value.trim();
    if (text === this.before.trim()) return undefined;
    if (text === '') return null;
    try {
      return JSON.parse(text);
    } catch {
      throw new Error('This must be JSON.');
    }
  }
}

function fieldOf(setting) {
  if (setting.type === 'generated') return new GeneratedField(setting);
  if (setting.secret) return new SecretField(setting);
  switch (setting.type) {
    case 'bool':
      return new SwitchField(setting);
    case 'dropdown':
      return new SelectField(setting);
    case 'radio':
      return new RadioField(setting);
    case 'custom':
      return new CustomField(setting);
    default:
      return new TextField(setting);
  }
}

/** The settings of one plugin. */
export class SettingsView {
  constructor(plugin) {
    this.plugin = plugin;
    this.fields = [];
    this.element = h('div', { class: 'card' }, h('p', { class: 'loading' }, 'Loading the settings …'));
  }

  open() {
    if (!this.loaded) this.load();
  }

  close() {}

  /** Whether something would be lost. */
  get dirty() {
    try {
      return this.fields.some((field) => field.value !== undefined);
    } catch {
      return true;
    }
  }

  /** Whether the page may be left. */
  async mayLeave() {
    return (
      !this.dirty ||
      confirmed({ title: 'Discard the changes?', text: 'Settings were changed and not saved.', action: 'Discard' })
    );
  }

  async load() {
    this.loaded = true;
    try {
      this.show(await get('settings', { plugin: this.plugin }));
    } catch (error) {
      this.loaded = false;
      this.element.replaceChildren(h('p', { class: 'problem', role: 'alert' }, error.message));
    }
  }

  show(form) {
    this.fields = form.settings.map(fieldOf);
    this.problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    this.state = h('span', { class: 'form-state', role: 'status' });
    this.save = h('button', { class: 'button primary', type: 'submit' }, 'Save');
    this.discard = h('button', { class: 'button', type: 'button', onclick: () => this.show(form) }, 'Discard');
    const others = form.others
      ? h('p', { class: 'help' }, `${form.others} more ${form.others === 1 ? 'value is' : 'values are'} stored that this version does not declare; kept as they are.`)
      : null;
    if (this.fields.length === 0) {
      this.element.replaceChildren(h('p', { class: 'nothing' }, 'This plugin has no settings.'), ...(others ? [others] : []));
      return;
    }
    this.element.replaceChildren(
      h(
        'form',
        {
          class: 'settings',
          novalidate: true,
          oninput: () => this.changed(),
          onchange: () => this.changed(),
          onsubmit: (event) => {
            event.preventDefault();
            this.submit();
          },
        },
        form.header ? h('p', { class: 'form-text' }, form.header) : null,
        ...this.fields.map((field) => field.element),
        form.footer ? h('p', { class: 'form-text' }, form.footer) : null,
        others,
        this.problem,
        h('div', { class: 'form-buttons' }, this.save, this.discard, this.state),
      ),
    );
    this.changed();
  }

  changed() {
    const { dirty } = this;
    this.discard.disabled = !dirty;
    setText(this.state, dirty ? 'Not saved yet' : '');
  }

  async submit() {
    const values = {};
    let wrong = null;
    for (const field of this.fields) {
      field.fail('');
      try {
        const { value } = field;
        if (value !== undefined) values[field.setting.key] = value;
      } catch (error) {
        field.fail(error.message);
        wrong ??= field;
      }
    }
    this.problem.hidden = true;
    if (wrong) {
      wrong.focus();
      return;
    }
    if (Object.keys(values).length === 0) {
      setText(this.state, 'Nothing has changed');
      return;
    }
    this.save.disabled = true;
    try {
      const saved = await post('settings', { plugin: this.plugin }, { values });
      this.show(saved);
      setText(this.state, 'Saved');
      this.save.focus();
      if (saved.complaint) {
        this.problem.hidden = false;
        setText(this.problem, `The settings were saved, but the plugin does not take them: ${saved.complaint}`);
      } else {
        toast('The settings were saved.');
      }
    } catch (error) {
      this.save.disabled = false;
      // The message names the setting; it is shown there too.
      const named = this.fields.find(
        (field) => field.setting.key in values && error.message.toLowerCase().includes(field.setting.key.toLowerCase()),
      );
      if (named) {
        named.fail(error.message);
        named.focus();
      } else {
        this.problem.hidden = false;
        setText(this.problem, error.message);
      }
    }
  }
}

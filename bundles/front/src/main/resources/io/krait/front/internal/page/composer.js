// Where one writes.
import { offers } from './completion.js';
import { sizeOf } from './format.js';
import { command, send, upload } from './posts.js';
import { attempt, now, notice, put } from './store.js';
import { Component, createRef, freshId, html, icon } from './view.js';
import { tell } from './workspace.js';

const TYPING_EVERY = 4000;
const TALLEST = 220;

/** A field for messages and commands, with files. */
export class Composer extends Component {
  constructor(props) {
    super(props);
    this.field = createRef();
    this.picker = createRef();
    this.id = freshId('write');
    this.key = props.rootId || props.channelId;
    this.state = { text: now().drafts[this.key] || '', files: [], offered: [], chosen: 0 };
    // One after the other, so that all come in their order.
    this.sending = Promise.resolve();
    this.told = 0;
    this.asked = 0;
  }

  componentDidMount() {
    this.grow();
    // Telephones would open their keyboard, and hide what one has come to read.
    if (matchMedia('(hover: hover)').matches) {
      this.field.current.focus();
    }
  }

  componentDidUpdate() {
    this.grow();
  }

  componentWillUnmount() {
    put('drafts', { [this.key]: this.state.text });
  }

  grow() {
    const field = this.field.current;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, TALLEST)}px`;
  }

  async typed(event) {
    const { value, selectionStart } = event.target;
    this.setState({ text: value });
    if (value && Date.now() - this.told > TYPING_EVERY) {
      this.told = Date.now();
      tell('user_typing', { channel_id: this.props.channelId, parent_id: this.props.rootId });
    }
    this.asked += 1;
    const mine = this.asked;
    const offered = await offers(value, selectionStart, this.props.channelId).catch(() => []);
    if (mine === this.asked) {
      this.setState({ offered, chosen: 0 });
    }
  }

  take(offer) {
    const field = this.field.current;
    const { text } = this.state;
    const after = text.slice(field.selectionStart);
    const caret = offer.from + offer.text.length;
    this.asked += 1;
    this.setState({ text: text.slice(0, offer.from) + offer.text + after, offered: [] }, () => {
      field.focus();
      field.setSelectionRange(caret, caret);
    });
  }

  pressed(event) {
    const { offered, chosen } = this.state;
    if (offered.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.setState({ chosen: (chosen + step + offered.length) % offered.length });
        return;
      }
      const whole = offered[chosen].text.trim() === this.state.text.trim();
      if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !whole)) {
        event.preventDefault();
        this.take(offered[chosen]);
        return;
      }
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.setState({ offered: [] });
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  submit() {
    const { text, files } = this.state;
    const message = text.trim();
    if (files.some((one) => !one.id) || (message === '' && files.length === 0)) {
      return;
    }
    this.asked += 1;
    this.told = 0;
    this.setState({ text: '', files: [], offered: [] });
    this.sending = this.sending.then(() => attempt(() => this.dispatch(message, files))).then((done) => {
      // What could not be sent comes back.
      if (!done) {
        this.setState((since) => ({
          text: [text, since.text].filter(Boolean).join('\n'),
          files: [...files, ...since.files],
        }));
      }
    });
  }

  async dispatch(message, files) {
    const { channelId, rootId } = this.props;
    if (message.startsWith('/') && files.length === 0) {
      await command(channelId, rootId, message);
    } else {
      await send(channelId, rootId, message, files.map((one) => one.id));
    }
    return true;
  }

  async attach(list) {
    for (const file of [...list]) {
      const entry = { key: freshId('file'), name: file.name, size: file.size };
      this.setState(({ files }) => ({ files: [...files, entry] }));
      try {
        const info = await upload(this.props.channelId, file);
        this.changeFile(entry.key, (one) => ({ ...one, id: info.id, name: info.name }));
      } catch (failed) {
        notice(`${file.name}: ${failed.message}`);
        this.changeFile(entry.key, () => null);
      }
    }
  }

  changeFile(key, change) {
    this.setState(({ files }) => ({
      files: files.map((one) => (one.key === key ? change(one) : one)).filter(Boolean),
    }));
  }

  render({ label }, { text, files, offered, chosen }) {
    const listId = `${this.id}-offers`;
    return html`<form class="composer" onSubmit=${(event) => { event.preventDefault(); this.submit(); }}
      onDragOver=${(event) => event.preventDefault()}
      onDrop=${(event) => { event.preventDefault(); this.attach(event.dataTransfer.files); }}>
      ${offered.length > 0 &&
      html`<ul class="offers" id=${listId} role="listbox" aria-label="Suggestions">${offered.map((one, index) => html`<li
        id=${`${listId}-${index}`} role="option" aria-selected=${index === chosen} class=${index === chosen ? 'chosen' : ''}
        onMouseDown=${(event) => { event.preventDefault(); this.take(one); }}>
          <b>${one.label}</b> <span>${one.hint}</span></li>`)}</ul>`}
      ${files.length > 0 &&
      html`<ul class="uploads">${files.map((one) => html`<li key=${one.key}>${icon('file')} ${one.name}
        <small>${one.id ? sizeOf(one.size) : 'uploading …'}</small>
        <button type="button" class="plain" aria-label=${`Leave ${one.name} out`}
          onClick=${() => this.changeFile(one.key, () => null)}>${icon('close')}</button></li>`)}</ul>`}
      <div class="composer-line">
        <button type="button" class="plain" title="Attach files" aria-label="Attach files"
          onClick=${() => this.picker.current.click()}>${icon('add')}</button>
        <input class="unseen" type="file" multiple tabindex="-1" aria-hidden="true" ref=${this.picker}
          onChange=${(event) => { this.attach(event.target.files); event.target.value = ''; }} />
        <textarea ref=${this.field} rows="1" placeholder=${label} aria-label=${label} value=${text}
          role="combobox" aria-expanded=${offered.length > 0} aria-autocomplete="list"
          aria-controls=${offered.length > 0 ? listId : undefined}
          aria-activedescendant=${offered.length > 0 ? `${listId}-${chosen}` : undefined}
          onInput=${(event) => this.typed(event)} onKeyDown=${(event) => this.pressed(event)}
          onBlur=${() => this.setState({ offered: [] })}
          onPaste=${(event) => event.clipboardData.files.length > 0 && this.attach(event.clipboardData.files)}></textarea>
        <button type="submit" class="plain send" title="Send" aria-label="Send">${icon('send')}</button>
      </div>
    </form>`;
  }
}

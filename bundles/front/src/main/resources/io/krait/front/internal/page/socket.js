// The connection by which the server tells what happens.

const SLOWEST = 15000;
const PING = 25000;

/** Stays connected, and goes on where it was: what was missed is told again. */
export class Socket {
  /**
   * @param heard gets each event
   * @param anew is called where events may have been missed
   * @param changed is told whether there is a connection
   */
  constructor(heard, anew, changed) {
    this.heard = heard;
    this.anew = anew;
    this.changed = changed;
    this.connection = '';
    this.next = 0;
    this.seq = 0;
    this.wait = 500;
    this.closed = false;
  }

  open() {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const from = this.connection
      ? `?connection_id=${this.connection}&sequence_number=${this.next}`
      : '';
    const wire = new WebSocket(`${scheme}//${location.host}/api/v4/websocket${from}`);
    this.wire = wire;
    wire.onmessage = (message) => this.take(JSON.parse(message.data));
    wire.onopen = () => {
      // Noticed sooner than by the network that the other end is gone.
      this.ping = setInterval(() => this.send('ping', {}), PING);
    };
    wire.onclose = () => {
      clearInterval(this.ping);
      if (!this.closed) {
        this.changed(false);
        this.again = setTimeout(() => this.open(), this.wait);
        this.wait = Math.min(this.wait * 2, SLOWEST);
      }
    };
  }

  take(message) {
    if (!message.event) {
      return;
    }
    if (message.event === 'hello') {
      const connection = message.data.connection_id;
      const another = this.connection !== '' && this.connection !== connection;
      this.connection = connection;
      this.next = message.seq + 1;
      this.greeted();
      if (another) {
        this.anew();
      }
      return;
    }
    this.greeted();
    if (message.seq !== this.next) {
      this.next = message.seq;
      this.anew();
    }
    this.next += 1;
    this.heard(message);
  }

  greeted() {
    this.wait = 500;
    this.changed(true);
  }

  send(action, data) {
    if (this.wire?.readyState === WebSocket.OPEN) {
      this.seq += 1;
      this.wire.send(JSON.stringify({ action, seq: this.seq, data }));
    }
  }

  close() {
    this.closed = true;
    clearTimeout(this.again);
    this.wire?.close();
  }
}

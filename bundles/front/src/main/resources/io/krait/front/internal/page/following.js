// A box whose end stays in sight, until whoever reads scrolls away from it.
import { Component, createRef } from './view.js';

const NEAR = 80;

/** What draws such a box, which it gives `box` as its reference and `scrolled` as its listener. */
export class Following extends Component {
  constructor(props) {
    super(props);
    this.box = createRef();
    this.atEnd = true;
    this.scrolled = () => {
      const { scrollHeight, scrollTop, clientHeight } = this.box.current;
      this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    };
    // Pictures and files make messages longer after they have been drawn.
    this.grown = new ResizeObserver(() => this.atEnd && this.toEnd());
  }

  componentDidMount() {
    this.grown.observe(this.box.current.firstElementChild);
    this.toEnd();
  }

  componentDidUpdate() {
    if (this.atEnd) {
      this.toEnd();
    }
  }

  componentWillUnmount() {
    this.grown.disconnect();
  }

  toEnd() {
    this.box.current.scrollTop = this.box.current.scrollHeight;
  }
}

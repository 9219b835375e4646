import { app } from './app.js';
import { begin } from './session.js';
import { drawnBy, now } from './store.js';
import { html, render } from './view.js';
import { followAddress, viewed } from './workspace.js';

const root = document.getElementById('app');
root.replaceChildren();
drawnBy((state) => render(html`<${app} ...${state} />`, root));

addEventListener('popstate', followAddress);
document.addEventListener('visibilitychange', () => {
  const { phase, channelId } = now();
  if (phase === 'chat' && channelId && document.visibilityState === 'visible') {
    viewed(channelId).catch(() => {});
  }
});

begin();

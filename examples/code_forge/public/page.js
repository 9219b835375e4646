const EVENT = "custom_com.example.code-forge_delivery";
const list = document.querySelector("ul");
const state = document.getElementById("state");

function show({ kind, line, at }) {
  const item = document.createElement("li");
  const time = document.createElement("time");
  const name = document.createElement("b");
  time.textContent = new Date(at).toLocaleTimeString();
  name.textContent = kind;
  // As text, without its Markdown.
  item.append(time, name, line.replace(/\[(.*?)\]\(.*?\)|[*`]/g, "$1"));
  list.prepend(item);
}

async function begin() {
  const answer = await fetch("../recent");
  if (!answer.ok) {
    state.textContent = (await answer.json()).error;
    return;
  }
  list.replaceChildren();
  (await answer.json()).reverse().forEach(show);
  // The browser's login is the one of the chat page.
  const socket = new WebSocket(location.origin.replace("http", "ws") + "/api/v4/websocket");
  socket.onmessage = (message) => {
    const { event, data } = JSON.parse(message.data);
    if (event === "hello") state.textContent = "live";
    if (event === EVENT) show(data);
  };
  socket.onclose = () => {
    state.textContent = "connecting again";
    setTimeout(begin, 2000);
  };
}

begin();

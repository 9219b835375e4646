const $ = (id) => document.getElementById(id);
let socket;

function connect() {
  // The page's own address, by another protocol.
  socket = new WebSocket(location.href.replace("http", "ws"));
  socket.onopen = () => { $("state").textContent = ""; };
  socket.onmessage = (event) => show(JSON.parse(event.data));
  socket.onclose = (event) => {
    // A server that is restarted closes with 1012; who may not sit here was never let in.
    $("state").textContent = event.code === 1006 ? "Log in at the chat page first, or open a new table." : "connecting again";
    setTimeout(connect, 2000);
  };
}

function show(table) {
  document.querySelector("h1").textContent = table.story;
  $("average").textContent = table.average && `Average: ${table.average}`;
  $("people").replaceChildren(...table.people.map(({ name, chosen, card }) => {
    const item = document.createElement("li");
    const face = document.createElement("div");
    face.className = `card ${chosen ? (card === null ? "back" : "") : "none"}`;
    face.textContent = card ?? "";
    item.append(face, name);
    return item;
  }));
  $("cards").replaceChildren(...table.cards.map((card) => {
    const button = document.createElement("button");
    button.textContent = card;
    button.disabled = table.revealed;
    button.setAttribute("aria-pressed", card === table.mine);
    button.onclick = () => say({ do: "choose", card });
    return button;
  }));
}

function say(message) {
  socket.send(JSON.stringify(message));
}

$("reveal").onclick = () => say({ do: "reveal" });
$("again").onclick = () => say({ do: "again" });
connect();

// The emoji that have a picture of their own here; the server knows more of them by name.

const NAMES = {
  '+1': '👍', '-1': '👎', thumbsup: '👍', thumbsdown: '👎', smile: '😄', smiley: '😃',
  grinning: '😀', grin: '😁', joy: '😂', rofl: '🤣', wink: '😉', blush: '😊', slightly_smiling_face: '🙂',
  upside_down_face: '🙃', heart_eyes: '😍', thinking: '🤔', thinking_face: '🤔', neutral_face: '😐',
  expressionless: '😑', confused: '😕', worried: '😟', cry: '😢', sob: '😭', angry: '😠', rage: '😡',
  scream: '😱', sunglasses: '😎', nerd_face: '🤓', partying_face: '🥳', sleeping: '😴', sweat_smile: '😅',
  heart: '❤️', broken_heart: '💔', blue_heart: '💙', green_heart: '💚', yellow_heart: '💛', purple_heart: '💜',
  fire: '🔥', star: '⭐', sparkles: '✨', tada: '🎉', confetti_ball: '🎊', balloon: '🎈', gift: '🎁',
  rocket: '🚀', eyes: '👀', wave: '👋', clap: '👏', pray: '🙏', raised_hands: '🙌', muscle: '💪',
  ok_hand: '👌', point_up: '☝️', v: '✌️', handshake: '🤝', raised_hand: '✋', white_check_mark: '✅',
  heavy_check_mark: '✔️', x: '❌', warning: '⚠️', question: '❓', exclamation: '❗', bulb: '💡', bug: '🐛',
  snake: '🐍', dog: '🐶', cat: '🐱', unicorn_face: '🦄', coffee: '☕', beer: '🍺', pizza: '🍕', cake: '🍰',
  apple: '🍎', sunny: '☀️', cloud: '☁️', umbrella: '☔', snowflake: '❄️', zap: '⚡', rainbow: '🌈',
  earth_africa: '🌍', moon: '🌔', hourglass: '⌛', alarm_clock: '⏰', bell: '🔔', lock: '🔒', key: '🔑',
  link: '🔗', memo: '📝', pencil2: '✏️', calendar: '📆', bar_chart: '📊', chart_with_upwards_trend: '📈',
  package: '📦', mailbox: '📫', book: '📖', computer: '💻', iphone: '📱', hammer: '🔨', wrench: '🔧',
  gear: '⚙️', trophy: '🏆', medal: '🏅', soccer: '⚽', checkered_flag: '🏁', '100': '💯', poop: '💩',
  ghost: '👻', robot_face: '🤖', skull: '💀', see_no_evil: '🙈', crossed_fingers: '🤞', facepalm: '🤦',
  shrug: '🤷', red_circle: '🔴', large_blue_circle: '🔵', arrow_up: '⬆️', arrow_down: '⬇️', arrow_right: '➡️',
};

/** The emoji of this name; its name in colons where there is no picture. */
export const emoji = (name) => (isEmoji(name) ? NAMES[name] : `:${name}:`);

/** Whether there is a picture. */
export const isEmoji = (name) => Object.hasOwn(NAMES, name);

/** Those that are offered first. */
export const OFFERED = [
  '+1', 'heart', 'joy', 'tada', 'smile', 'eyes', 'rocket', 'white_check_mark', 'pray', 'fire',
  'clap', 'thinking', 'cry', 'wave', 'x', '100', 'snake', 'bulb', 'coffee', 'warning', '-1',
  'sparkles', 'bug', 'muscle',
];

/** Names that begin with these letters. */
export const emojiNamed = (start) => Object.keys(NAMES).filter((name) => name.startsWith(start));

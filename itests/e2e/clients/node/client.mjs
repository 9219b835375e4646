// Somebody who uses the server by the field's own client for JavaScript, as its web application does.
// What goes wrong ends this with a stack trace. The arguments: the server's address, and where to write what
// has been answered, as a program in TypeScript that says of which type each answer ought to be.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';

import client from '@mattermost/client';
import WebSocket from 'ws';

const {Client4, WebSocketClient} = client;
// Where Node has one of its own already, this is the same on all.
globalThis.WebSocket = WebSocket;

const [url, answersFile] = process.argv.slice(2);
const PASSWORD = 'Secret-Word-1';
const rest = new Client4();
rest.setUrl(url);

const typed = [
    "import {Client4} from '@mattermost/client';",
    'type Answer<K extends keyof Client4> = Client4[K] extends (...args: any[]) => Promise<infer R> ? R : never;',
];

async function call(name, ...args) {
    let answer;
    try {
        answer = await rest[name](...args);
    } catch (failure) {
        throw new Error(`${name} fails: ${failure.status_code} ${failure.message}`, {cause: failure});
    }
    typed.push(`export const _${typed.length}: Answer<'${name}'> = ${JSON.stringify(answer)};`);
    return answer;
}

const me = await call('login', 'ann', PASSWORD);
const [team] = await call('getMyTeams');
const channel = await call('getChannelByName', team.id, 'town-square');

// All that the web application asks for before it shows anything.
await call('getClientConfig');
await call('getClientLicenseOld');
await call('getMe');
await rest.getMyPreferences();
await call('getMyTeamMembers');
await call('getMyTeamUnreads', true);
await call('getMyChannels', team.id);
await call('getMyChannelMembers', team.id);
await call('getAllTeamsChannels');
await call('getAllChannelsMembers', me.id);
await call('getChannelCategories', 'me', team.id);
await call('getRolesByNames', [...me.roles.split(' '), 'team_user', 'channel_user']);
await call('getStatusesByIds', [me.id]);
await call('getCustomEmojis', 0, 100);
await call('getPluginStatuses');
await call('getWebappPlugins');
await call('getDataRetentionPolicy');
await call('getGroups', {filter_allow_reference: true, page: 0, per_page: 60});
await call('getGroupsByUserId', me.id);
await call('getInProductNotices', team.id, 'web', '1');
await call('getPostsUnread', channel.id, me.id, 30, 30, false, true);
await call('getChannelStats', channel.id, true);
await call('getChannelTimezones', channel.id);
await call('getProfilesInChannel', channel.id, 0, 60);
await call('getMyChannelMember', channel.id);
await call('getUserThreads', 'me', team.id, {perPage: 20, extended: true});
await call('getKnownUsers');
await call('getAutocompleteCommandsList', team.id);
assert.match(rest.serverVersion, /^\d+\.\d+\.\d+\./, 'the version is on every answer');

// Live.
const socket = new WebSocketClient();
const events = [];
const waiting = new Set();
socket.addMessageListener((message) => {
    events.push(message);
    waiting.forEach((check) => check());
});

function seen(what, matches) {
    return new Promise((found, failed) => {
        const late = setTimeout(
            () => failed(new Error(`waited in vain for ${what}; there was ${events.map((one) => one.event)}`)),
            60000,
        );
        const check = () => {
            const event = events.find(matches);
            if (event) {
                clearTimeout(late);
                waiting.delete(check);
                found(event);
            }
        };
        waiting.add(check);
        check();
    });
}

const post = (event) => JSON.parse(event.data.post);
socket.initialize(url.replace(/^http/, 'ws') + '/api/v4/websocket', rest.getToken());
await seen('the greeting', (one) => one.event === 'hello');

const root = await call('createPost', {channel_id: channel.id, message: 'lunch at https://example.com?'});
await seen('the post', (one) => one.event === 'posted' && post(one).id === root.id);
const moderated = await call('createPost', {channel_id: channel.id, message: 'what a darn cold day'});
assert.equal(moderated.message, 'what a **** cold day', 'the plugin has changed it');
const live = await seen('what the plugin has made of it', (one) => one.event === 'posted' && post(one).id === moderated.id);
assert.equal(post(live).message, 'what a **** cold day');
await seen(
    "the plugin's own event",
    (one) => one.event === 'custom_com.example.teller_told' && one.data.post_id === moderated.id,
);

const reply = await call('createPost', {channel_id: channel.id, root_id: root.id, message: 'yes, @ann'});
const followed = await seen('the thread', (one) => one.event === 'thread_updated');
assert.equal(JSON.parse(followed.data.thread).reply_count, 1);
await call('getUserThread', 'me', team.id, root.id, true);
await call('getPaginatedPostThread', root.id, {fetchThreads: true, collapsedThreads: true, direction: 'down', perPage: 60});
await call('markThreadAsUnreadForUser', 'me', team.id, root.id, reply.id);
await call('updateThreadReadForUser', 'me', team.id, root.id, Date.now());
await seen('that the thread is read', (one) => one.event === 'thread_read_changed');
await call('updateThreadFollowForUser', 'me', team.id, root.id, false);
await seen('that nobody follows', (one) => one.event === 'thread_follow_changed');

await call('addReaction', me.id, root.id, '+1');
await seen('the reaction', (one) => one.event === 'reaction_added');
await call('getReactionsForPost', root.id);
await call('patchPost', {id: root.id, message: 'dinner?'});
await seen('the edit', (one) => one.event === 'post_edited' && post(one).message === 'dinner?');
await call('getPostEditHistory', root.id);
await call('pinPost', root.id);
await call('getPinnedPosts', channel.id);
await rest.savePreferences(me.id, [{user_id: me.id, category: 'flagged_post', name: root.id, value: 'true'}]);
await seen('the preference', (one) => one.event === 'preferences_changed');
const saved = await call('getFlaggedPosts', me.id);
assert.deepEqual(saved.order, [root.id]);
const form = new FormData();
form.append('files', new Blob(['menu']), 'menu.txt');
form.append('channel_id', channel.id);
const {file_infos: [file]} = await rest.uploadFile(form);
const withFile = await rest.createPost({channel_id: channel.id, message: 'the menu', file_ids: [file.id]});
assert.equal(withFile.metadata.files[0].name, 'menu.txt');
const found = await call('searchPostsWithParams', team.id, {terms: 'dinner', is_or_search: false});
assert.deepEqual(found.matches[root.id], ['dinner']);
await rest.searchFilesWithParams(team.id, {terms: 'menu', is_or_search: false});
await call('autocompleteUsers', 'a', team.id, channel.id, {limit: 25});
await call('autocompleteChannels', team.id, 't');
await call('getCommandAutocompleteSuggestionsList', '/', team.id, {channel_id: channel.id});
await call('viewMyChannel', channel.id);
await call('updateStatus', {user_id: me.id, status: 'dnd'});
await seen('the status', (one) => one.event === 'status_change' && one.data.status === 'dnd');
await call('createDirectChannel', [me.id, me.id]);
await call('markPostAsUnread', me.id, reply.id);
await call('deletePost', root.id);
await seen('that it is deleted', (one) => one.event === 'post_deleted' && post(one).id === root.id);
await assert.rejects(rest.getPost(root.id), (failure) => failure.status_code === 404 && failure.server_error_id !== '');

writeFileSync(answersFile, typed.join('\n'));
socket.close();

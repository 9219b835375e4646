// Compares what has been answered with the types that the field's client declares for it.
import assert from 'node:assert/strict';

import ts from 'typescript';

// What the client's types have otherwise than the field's server itself answers.
const NOT_SO = [
    /^Object literal may only specify known properties/, // Clients pass over what they do not know.
    /is not assignable to type '(CategorySorting|CollapsedThreads|PostType)'/, // A text for each of an enumeration.
    /Property 'emojis' is missing in type/, // Left out where there are none.
    /from type 'UserNotifyProps': calls_desktop_sound, mark_unread, highlight_keys$/, // Set by clients.
    /Property 'clientId' is missing in type/, // Of the client's own.
];

const program = ts.createProgram([process.argv[2]], {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
});
const wrong = ts.getPreEmitDiagnostics(program)
    .map((one) => ({
        why: ts.flattenDiagnosticMessageText(one.messageText, '\n').slice(0, 500),
        where: one.file?.text.slice(one.file.text.lastIndexOf('\n', one.start) + 1).slice(0, 60),
    }))
    .filter(({why}) => !NOT_SO.some((known) => known.test(why)));
assert.deepEqual(wrong, []);

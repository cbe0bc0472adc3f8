// Where our local Slack and the other project's differ: every case by name, who is right, and the page that says so.

export interface Known {
  /** `both`: Slack's documentation allows either; `unclear`: it does not say. */
  right: 'ours' | 'theirs' | 'both' | 'unclear'
  /** Under docs.slack.dev. */
  page: string
  because: string
  /** One a line, as `differences` writes them; `@` stands for where the object is. */
  lines: string
  /** Every call that shows all of these, with where the object is in its answer. */
  calls: Readonly<Record<string, string>>
}

const inOrder = (place: string, ...calls: string[]) => Object.fromEntries(calls.map((call) => [call, place]))

const CHANNEL = {
  'conversations.list: public ones': 'channels[]',
  ...inOrder(
    'channel',
    'conversations.info: a channel',
    'conversations.info: a channel, with its size',
    'conversations.join: a public channel',
    'conversations.join: once more',
    'conversations.create: a public channel',
    'conversations.create: a private channel',
    'conversations.invite: a person',
  ),
}
const SAID = inOrder(
  'message',
  'chat.postMessage: words',
  'chat.postMessage: blocks',
  'chat.postMessage: metadata',
  'chat.postMessage: a reply',
  'chat.postMessage: to a person',
  'chat.postMessage: text of 40,001 letters',
  'chat.update: words',
  'chat.update: blocks',
)
const HISTORY = inOrder(
  'messages[]',
  'conversations.history: of a channel',
  'conversations.history: with metadata',
)
const READ = {
  ...HISTORY,
  ...inOrder('messages[]', 'conversations.history: one at a time', 'conversations.replies: of a thread'),
}
const PARENT = inOrder('message', 'chat.update: words', 'chat.update: blocks')
const VIEW = inOrder(
  'view',
  'views.open: a form',
  'views.update: a form',
  'views.push: a second form',
  'views.push: a third',
  'views.publish: a home tab',
)
const DIRECT = inOrder(
  'channel',
  'conversations.open: once more, in full',
  'conversations.info: a direct message',
)

const SHAPES: readonly Known[] = [
  {
    right: 'ours',
    page: '/reference/methods/auth.test',
    because: 'The answer says whether the app is installed for a whole organization.',
    lines: '+ is_enterprise_install',
    calls: inOrder('', 'auth.test: a bot'),
  },
  {
    right: 'ours',
    page: '/reference/objects/user-object',
    because: 'Zone, guests, owners and the time of the last change are part of every person.',
    lines: `
      + @.color
      + @.is_app_user
      + @.is_email_confirmed
      + @.is_owner
      + @.is_primary_owner
      + @.is_restricted
      + @.is_ultra_restricted
      + @.profile.team
      + @.tz
      + @.tz_label
      + @.tz_offset
      + @.updated
      + @.who_can_share_contact_card`,
    calls: { 'users.list: everyone': 'members[]', 'users.info: a person': 'user' },
  },
  {
    right: 'theirs',
    page: '/reference/objects/user-object',
    because: 'People have pictures in several sizes; in the local Slack nobody has one.',
    lines: `
      - @.profile.image_192
      - @.profile.image_48`,
    calls: { 'users.list: everyone': 'members[]', 'users.info: a person': 'user' },
  },
  {
    right: 'unclear',
    page: '/reference/objects/user-object',
    because: 'Whether somebody is in a huddle is not documented as part of a profile.',
    lines: `
      - @.profile.huddle_state
      - @.profile.huddle_state_expiration_ts`,
    calls: { 'users.list: everyone': 'members[]', 'users.info: a person': 'user' },
  },
  {
    right: 'ours',
    page: '/reference/methods/users.list',
    because: 'A list of people says when it was made.',
    lines: '+ cache_ts',
    calls: inOrder('', 'users.list: everyone'),
  },
  {
    right: 'ours',
    page: '/reference/methods/team.info',
    because: 'A workspace has a domain for mail, and an icon.',
    lines: `
      + team.email_domain
      + team.icon`,
    calls: inOrder('', 'team.info: of the workspace'),
  },
  {
    right: 'unclear',
    page: '/reference/methods/team.info',
    because: 'Slack sends these two without documenting them.',
    lines: `
      + team.is_verified
      + team.url`,
    calls: inOrder('', 'team.info: of the workspace'),
  },
  {
    right: 'ours',
    page: '/reference/objects/conversation-object',
    because:
      'A channel says whether it is shared and with whom, whether it is the general one, and its former names.',
    lines: `
      + @.context_team_id
      + @.is_ext_shared
      + @.is_general
      + @.is_org_shared
      + @.is_pending_ext_shared
      + @.is_shared
      + @.pending_shared
      + @.previous_names
      + @.shared_team_ids
      + @.unlinked`,
    calls: CHANNEL,
  },
  {
    right: 'ours',
    page: '/reference/methods/conversations.list',
    because: 'Only direct and group messages are open or closed.',
    lines: '- @.is_open',
    calls: CHANNEL,
  },
  {
    right: 'both',
    page: '/reference/objects/conversation-object',
    because:
      "How far the caller has read is in some of the pages' examples and not in others; here ours follows the example.",
    lines: '- @.last_read',
    calls: {
      'conversations.list: public ones': 'channels[]',
      ...inOrder(
        'channel',
        'conversations.info: a channel',
        'conversations.info: a channel, with its size',
        'conversations.join: a public channel',
        'conversations.join: once more',
      ),
    },
  },
  {
    right: 'ours',
    page: '/reference/methods/conversations.info',
    because: 'The number of members is told to who asks for it.',
    lines: '- channel.num_members',
    calls: inOrder(
      '',
      'conversations.info: a channel',
      'conversations.join: a public channel',
      'conversations.join: once more',
      'conversations.create: a public channel',
      'conversations.create: a private channel',
      'conversations.invite: a person',
    ),
  },
  {
    right: 'ours',
    page: '/reference/methods/conversations.join',
    because: 'Who is in the channel already is told so.',
    lines: `
      + response_metadata
      + warning`,
    calls: inOrder('', 'conversations.join: once more'),
  },
  {
    right: 'ours',
    page: '/reference/methods/conversations.open',
    because:
      'A direct message has no name, topic or creator; it has its latest message and how many are unread.',
    lines: `
      + @.context_team_id
      + @.is_org_shared
      + @.is_user_deleted
      + @.latest
      + @.priority
      + @.unread_count
      + @.unread_count_display
      - @.creator
      - @.is_channel
      - @.is_group
      - @.is_member
      - @.is_mpim
      - @.is_private
      - @.name
      - @.name_normalized
      - @.num_members
      - @.purpose
      - @.topic`,
    calls: DIRECT,
  },
  {
    right: 'ours',
    page: '/reference/events/message',
    because:
      'A message of an app names the app, its bot and the workspace; recorded payloads carry all three.',
    lines: `
      + @.app_id
      + @.bot_id
      + @.team`,
    calls: { ...SAID, ...READ },
  },
  {
    right: 'ours',
    page: '/reference/block-kit/composition-objects/text-object',
    because: 'Slack spells the defaults of texts out; recorded payloads show them.',
    lines: `
      + @.blocks[].elements[].text.emoji
      + @.blocks[].text.verbatim`,
    calls: {
      ...inOrder('message', 'chat.postMessage: blocks', 'chat.update: blocks'),
      ...HISTORY,
      ...inOrder('messages[]', 'conversations.replies: of a thread'),
      ...VIEW,
    },
  },
  {
    right: 'ours',
    page: '/messaging/retrieving-messages',
    because: 'A reply names who began the thread.',
    lines: '+ @.parent_user_id',
    calls: {
      'chat.postMessage: a reply': 'message',
      'conversations.replies: of a thread': 'messages[]',
    },
  },
  {
    right: 'ours',
    page: '/messaging/retrieving-messages',
    because: 'The first message of a thread tells how many answered and when last.',
    lines: `
      + @.is_locked
      + @.latest_reply
      + @.reply_users_count
      + @.subscribed`,
    calls: { ...PARENT, ...HISTORY, 'conversations.replies: of a thread': 'messages[]' },
  },
  {
    right: 'ours',
    page: '/messaging/retrieving-messages',
    because: "The first message of a thread carries the thread's ts as well.",
    lines: '+ @.thread_ts',
    calls: { ...PARENT, ...HISTORY },
  },
  {
    right: 'unclear',
    page: '/changelog/2018-04-truncating-really-long-messages',
    because: 'That long text was cut is a documented warning; a sentence that goes with it is not.',
    lines: '- response_metadata.messages',
    calls: inOrder('', 'chat.postMessage: text of 40,001 letters'),
  },
  {
    right: 'ours',
    page: '/reference/methods/chat.scheduleMessage',
    because: 'A scheduled message of an app names its bot.',
    lines: `
      + message.bot_id
      + message.team
      + message.user`,
    calls: inOrder('', 'chat.scheduleMessage: in an hour'),
  },
  {
    right: 'unclear',
    page: '/reference/methods/chat.scheduleMessage',
    because: "The page's example is of an app of the old kind, whose messages are all of a subtype.",
    lines: '- message.subtype',
    calls: inOrder('', 'chat.scheduleMessage: in an hour'),
  },
  {
    right: 'both',
    page: '/reference/methods/chat.scheduleMessage',
    because: 'A text in the example, a number in the description.',
    lines: '~ post_at: string, not number',
    calls: inOrder('', 'chat.scheduleMessage: in an hour'),
  },
  {
    right: 'ours',
    page: '/reference/events/message/channel_join',
    because: 'Who comes into a channel leaves a message of a subtype.',
    lines: '+ @.subtype',
    calls: HISTORY,
  },
  {
    right: 'ours',
    page: '/reference/methods/conversations.history',
    because: 'The answer counts what is pinned.',
    lines: '+ pin_count',
    calls: inOrder(
      '',
      'conversations.history: of a channel',
      'conversations.history: with metadata',
      'conversations.history: one at a time',
    ),
  },
  {
    right: 'ours',
    page: '/messaging/message-metadata',
    because: 'Metadata is told to who asks for it.',
    lines: '- messages[].metadata',
    calls: inOrder('', 'conversations.history: of a channel'),
  },
  {
    right: 'both',
    page: '/apis/web-api/pagination',
    because: 'On the last page the cursor is empty, null or absent.',
    lines: '- response_metadata',
    calls: inOrder('', 'conversations.history: of a channel', 'conversations.history: with metadata'),
  },
  {
    right: 'ours',
    page: '/reference/objects/file-object',
    because: 'A file names how it was uploaded; the access is in what the official client expects.',
    lines: `
      + files[].file_access
      + files[].username`,
    calls: inOrder('', 'files.completeUploadExternal: into a channel'),
  },
  {
    right: 'unclear',
    page: '/reference/objects/file-object',
    because: 'Not documented as part of a file.',
    lines: `
      - files[].initial_comment
      - files[].shares.public.*[].is_silent_share
      - files[].shares.public.*[].source`,
    calls: inOrder('', 'files.completeUploadExternal: into a channel'),
  },
  {
    right: 'ours',
    page: '/reference/methods/files.completeUploadExternal',
    because: 'What is wrong with the arguments is said with the refusal.',
    lines: '+ response_metadata',
    calls: inOrder('', 'files.completeUploadExternal: no files'),
  },
  {
    right: 'ours',
    page: '/reference/interaction-payloads/view-interactions-payload',
    because: 'A view names the workspace that installed the app; recorded payloads carry it.',
    lines: '+ @.app_installed_team_id',
    calls: VIEW,
  },
  {
    right: 'ours',
    page: '/reference/block-kit/composition-objects/text-object',
    because: 'Slack spells the defaults of texts out; recorded payloads show them.',
    lines: '+ view.title.emoji',
    calls: VIEW,
  },
  {
    right: 'ours',
    page: '/reference/events/app_home_opened',
    because: 'A home tab comes back with the title "View Title", though nobody gave it one.',
    lines: `
      + view.title.text
      + view.title.type
      ~ view.title: object, not null`,
    calls: inOrder('', 'views.publish: a home tab'),
  },
]

const answers = (
  right: Known['right'],
  call: string,
  line: string,
  page: string,
  because: string,
): Known => ({ right, page, because, lines: line, calls: { [call]: '' } })

/** A call that one takes and the other does not, or that both refuse for other reasons. */
const ANSWERS: readonly Known[] = [
  answers(
    'ours',
    'auth.test: a token that nobody gave out',
    '= invalid_auth, not ok',
    '/reference/methods/auth.test',
    'An unknown token is worth nothing.',
  ),
  answers(
    'ours',
    'users.list: a cursor that nobody gave out',
    '= invalid_cursor, not ok',
    '/reference/methods/users.list',
    'An unknown cursor is refused.',
  ),
  answers(
    'unclear',
    'users.info: without saying whom',
    '= invalid_arguments, not user_not_found',
    '/reference/methods/users.info',
    'Both codes are documented; which comes for a required argument that is missing is not.',
  ),
  answers(
    'ours',
    'conversations.list: of an unknown type',
    '= invalid_types, not ok',
    '/reference/methods/conversations.list',
    'Unknown types are refused.',
  ),
  answers(
    'ours',
    'conversations.create: a name with capitals',
    '= invalid_name_specials, not ok',
    '/reference/methods/conversations.create',
    'Names are of small letters, digits, hyphens and underscores.',
  ),
  answers(
    'ours',
    'chat.postMessage: to a channel that it is not in',
    '= not_in_channel, not ok',
    '/reference/methods/chat.postMessage',
    'Without chat:write.public an app has to be in the channel.',
  ),
  answers(
    'ours',
    'chat.postMessage: blocks that are none',
    '= invalid_blocks_format, not invalid_blocks',
    '/reference/methods/chat.postMessage',
    'What cannot be read at all has a code of its own.',
  ),
  answers(
    'ours',
    'chat.postMessage: a block that there is not',
    '= invalid_blocks, not ok',
    '/reference/methods/chat.postMessage',
    'Blocks are checked.',
  ),
  answers(
    'ours',
    'chat.postMessage: a header of 151 letters',
    '= invalid_blocks, not ok',
    '/reference/block-kit/blocks/header-block',
    'At most 150.',
  ),
  answers(
    'unclear',
    'chat.postMessage: an argument that there is not',
    '= invalid_arguments, not ok',
    '/reference/methods/chat.postMessage',
    'The page does not say what becomes of an unknown argument; ours refuses it, so that none is mistyped.',
  ),
  answers(
    'unclear',
    'chat.postMessage: a reply to nothing',
    '= cannot_reply_to_message, not ok',
    '/reference/methods/chat.postMessage',
    'The page does not say what becomes of a thread_ts that no message has.',
  ),
  answers(
    'ours',
    'chat.postMessage: under another name',
    '= missing_scope, not ok',
    '/reference/scopes/chat.write.customize',
    'Another name needs a scope of its own.',
  ),
  answers(
    'ours',
    'conversations.history: of a channel that it is not in',
    '= not_in_channel, not ok',
    '/reference/methods/conversations.history',
    'An app reads where it is a member.',
  ),
  answers(
    'ours',
    'conversations.replies: of nothing',
    '= thread_not_found, not ok',
    '/reference/methods/conversations.replies',
    'There is no such thread.',
  ),
  answers(
    'ours',
    'files.getUploadURLExternal: for nothing',
    '= missing_argument, not ok',
    '/reference/methods/files.getUploadURLExternal',
    'A length of 0 counts as missing.',
  ),
  answers(
    'ours',
    'files.delete: once more',
    '= file_deleted, not file_not_found',
    '/reference/methods/files.delete',
    'A file that was deleted has a code of its own.',
  ),
  answers(
    'ours',
    'views.open: a title of 25 letters',
    '= invalid_arguments, not ok',
    '/surfaces/modals',
    'At most 24.',
  ),
  answers(
    'ours',
    'views.publish: for nobody',
    '= invalid_arguments, not user_not_found',
    '/reference/methods/views.publish',
    "The page's own example of an error.",
  ),
  answers(
    'ours',
    'views.publish: a form',
    '= invalid_arguments, not invalid_view',
    '/reference/methods/views.publish',
    'invalid_view is not documented.',
  ),
  answers(
    'ours',
    'oauth.v2.access: without the address that it was sent to',
    '= bad_redirect_uri, not ok',
    '/reference/methods/oauth.v2.access',
    'The address must match the one that was sent.',
  ),
  answers(
    'ours',
    'oauth.v2.access: with a wrong secret',
    '= bad_client_secret, not invalid_client_id',
    '/reference/methods/oauth.v2.access',
    'A wrong secret has a code of its own.',
  ),
  answers(
    'ours',
    'no.such.method: a method that there is not',
    '= unknown_method, not HTTP 404',
    '/apis/web-api',
    'Refusals come with status 200.',
  ),
]

export const KNOWN_DIFFERENCES: readonly Known[] = [...SHAPES, ...ANSWERS]

/** Everything that the table says of one call. */
export function knownOf(call: string): string[] {
  return KNOWN_DIFFERENCES.filter(({ calls }) => call in calls)
    .flatMap(({ lines, calls }) =>
      lines
        .replaceAll('@', calls[call]!)
        .trim()
        .split(/\s*\n\s*/),
    )
    .sort()
}

/** Methods that the other project does not play; ours are held to Slack's documentation alone. */
export const OURS_ALONE: readonly string[] = `
  apps.connections.open apps.uninstall assistant.threads.setStatus assistant.threads.setSuggestedPrompts
  assistant.threads.setTitle auth.revoke auth.teams.list chat.appendStream chat.startStream chat.stopStream
  dnd.info dnd.teamInfo functions.completeError functions.completeSuccess oauth.v2.exchange usergroups.users.list
  users.conversations`
  .trim()
  .split(/\s+/)

// Where what the local Slack sends differs from what was recorded: every case, with its reason.

interface Known {
  because: string
  /** Keys that ours has besides must be in another recording of the same envelope: then Slack does send them. */
  abridged: boolean
  /** By recording, as `differences` writes them, one a line. */
  found: Readonly<Record<string, string>>
}

const REST_OF_ENVELOPE = `
  + authorizations[].enterprise_id
  + authorizations[].is_enterprise_install
  + authorizations[].team_id
  + context_enterprise_id
  + context_team_id
  + event_context
  + event_id
  + event_time
  + is_ext_shared_channel`
const REST_OF_MESSAGE_EVENT = `
  + event.blocks
  + event.client_msg_id
  + event.team`
const REST_OF_ACTION = `
  + enterprise
  + is_enterprise_install
  + message.app_id
  + message.blocks
  + message.bot_id
  + message.parent_user_id
  + message.team
  + message.text
  + state`
const ORGANIZATION_OF_EVENT = `
  - enterprise_id
  ~ authorizations[].enterprise_id: null, not string`
const ORGANIZATION_OF_INTERACTION = `
  - enterprise.id
  - enterprise.name
  - team.enterprise_id
  - team.enterprise_name
  ~ enterprise: null, not object`

export const KNOWN_DIFFERENCES: readonly Known[] = [
  {
    because:
      'Recorded in a workspace of an Enterprise Grid organization; the local Slack has workspaces without one.',
    abridged: false,
    found: {
      'member-joined-channel/slack memberJoinedChannel': `${ORGANIZATION_OF_EVENT}
  - event.enterprise
  ~ context_enterprise_id: null, not string`,
      'member-joined-channel/slack mention': ORGANIZATION_OF_EVENT,
      'modals/slack-private-metadata mention': ORGANIZATION_OF_EVENT,
      'modals/slack-private-metadata action': ORGANIZATION_OF_INTERACTION,
      'modals/slack-private-metadata viewSubmission': ORGANIZATION_OF_INTERACTION,
      'slack-multi-workspace/team1 mention': ORGANIZATION_OF_EVENT,
      'slack-multi-workspace/team2 mention': ORGANIZATION_OF_EVENT,
    },
  },
  {
    because: 'Abridged by who recorded it: other recordings of the same envelope carry these keys.',
    abridged: true,
    found: {
      'actions-reactions/slack mention': REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT,
      'actions-reactions/slack action': REST_OF_ACTION,
      'actions-reactions/slack reaction': REST_OF_ENVELOPE,
      'actions-reactions/slack staticSelectAction': REST_OF_ACTION,
      'actions-reactions/slack radioButtonsAction': REST_OF_ACTION,
      'channel-mention/slack mention': REST_OF_ENVELOPE,
      'channel/slack mention': `
  + context_enterprise_id
  + context_team_id
  + event.blocks
  + event_context
  + event_id
  + event_time
  + is_ext_shared_channel`,
      'channel/slack channel_post_action': `
  + message.blocks
  + message.team
  + message.text`,
      'dm/slack mention': REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT,
      'dm/slack dmRequest': REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT,
      'dm/slack dmMessage': REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT,
      'dm/slack-direct directDM': '+ event_context',
      'dm/slack-direct followUp': '+ event_context',
      'member-joined-channel/slack mention': `
  + context_enterprise_id
  + context_team_id
  + event.blocks`,
      'modals/slack mention': `
  + context_enterprise_id
  + context_team_id
  + event_context`,
      'modals/slack-private-metadata mention': `
  + context_enterprise_id
  + context_team_id
  + event_context`,
      'native-table/slack mention': REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT,
      'native-table/slack action': `
  + message.blocks
  + response_url
  + state`,
      'slack mention': `${REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT}
  + event.channel_type`,
      'slack followUp': `${REST_OF_ENVELOPE + REST_OF_MESSAGE_EVENT}
  + event.channel_type`,
      'slack-multi-workspace/team1 mention': `
  + context_enterprise_id
  + context_team_id
  + event_context`,
      'slack-multi-workspace/team2 mention': `
  + context_enterprise_id
  + context_team_id
  + event_context`,
    },
  },
]

const linesOf = (text = '') =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Everything that the table says of one recording. */
export const knownOf = (name: string): string[] =>
  KNOWN_DIFFERENCES.flatMap(({ found }) => linesOf(found[name])).sort()

/** Keys that ours has besides, because the recording was abridged. */
export const abridgedKeys = (name: string): string[] =>
  KNOWN_DIFFERENCES.filter(({ abridged }) => abridged)
    .flatMap(({ found }) => linesOf(found[name]))
    .map((line) => line.slice('+ '.length))

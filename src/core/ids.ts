// The names of things as they travel between rooms, so that a member's id is never passed for a user's.

/** Slack's id of a workspace (`T…`): the tenant, first column of every key. */
export type WorkspaceId = string
/** Slack's id of a person (`U…`). */
export type UserId = string
/** Slack's id of a channel or direct message (`C…`, `G…`, `D…`). */
export type ChannelId = string
/** Our id of a team (uuid). */
export type TeamId = string
/** Our id of a person's place in a team (uuid). A person in two teams is two members. */
export type MemberId = string
/** A metric's key within its team: a preset's (`calls`) or the team's own (`own-…`). */
export type MetricKey = string

// Web API methods, as docs.slack.dev documents them: people, their presence, workspaces and tokens.
import { method } from './method.ts'

export const USERS_AND_TEAMS = {
  'auth.revoke': method('t3', {
    optional: 'test',
    errors: 'internal_error not_bearer_token',
  }),
  'auth.teams.list': method('t2', {
    optional: 'cursor include_icon limit',
    errors: 'internal_error invalid_auth invalid_cursor invalid_limit',
  }),
  'auth.test': method('t5', {
    errors: 'internal_error invalid_auth',
    json: true,
  }),
  'dnd.info': method('t3', {
    scopes: 'dnd:read',
    optional: 'team_id user',
    errors: 'user_not_found user_not_visible',
  }),
  'dnd.teamInfo': method('t2', {
    scopes: 'dnd:read',
    required: 'users',
    optional: 'team_id',
    errors: 'no_users_provided user_not_visible',
  }),
  'team.info': method('t3', {
    scopes: 'team:read',
    optional: 'domain team',
    errors: `
      enterprise_not_found fail_to_get_teams_for_restricted_user missing_user org_not_found
      team_not_found team_not_on_enterprise user_not_found`,
    json: true,
  }),
  'usergroups.users.list': method('t2', {
    scopes: 'usergroups:read',
    required: 'usergroup',
    optional: 'include_disabled team_id',
    errors: 'invalid_cursor no_such_subteam plan_upgrade_required',
  }),
  'users.conversations': method('t3', {
    scopes: 'groups:read im:read mpim:read channels:read',
    optional: 'cursor exclude_archived exclude_muted limit team_id types user',
    errors: `
      invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type
      missing_argument missing_scope`,
  }),
  'users.getPresence': method('t3', {
    scopes: 'users:read',
    optional: 'user',
  }),
  'users.info': method('t4', {
    scopes: 'users:read',
    required: 'user',
    optional: 'include_locale',
    errors: 'too_many_users user_not_found user_not_visible',
  }),
  'users.list': method('t2', {
    scopes: 'users:read',
    optional: 'cursor include_locale limit team_id',
    errors: 'invalid_cursor limit_required missing_argument',
  }),
}

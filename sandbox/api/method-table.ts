// Every Web API method that the local Slack knows: tier, scopes, arguments and documented errors.
import { CHAT } from './methods/chat.ts'
import { CONVERSATIONS } from './methods/conversations.ts'
import { FILES_AND_REACTIONS } from './methods/files-and-reactions.ts'
import type { MethodSpec } from './methods/method.ts'
import { USERS_AND_TEAMS } from './methods/users-and-teams.ts'
import { VIEWS_AND_APPS } from './methods/views-and-apps.ts'

export type { MethodSpec }

export const METHODS: Readonly<Record<string, MethodSpec>> = {
  ...CHAT,
  ...CONVERSATIONS,
  ...FILES_AND_REACTIONS,
  ...USERS_AND_TEAMS,
  ...VIEWS_AND_APPS,
}

/** Errors that any method may return; docs.slack.dev prints them on every method's page. */
export const COMMON_ERRORS: readonly string[] = `
  access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied enterprise_is_restricted
  fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth invalid_charset
  invalid_form_data invalid_json invalid_post_type json_not_object method_deprecated missing_post_type missing_scope
  no_permission not_allowed_token_type not_authed org_login_required ratelimited request_timeout service_unavailable
  team_access_not_granted team_added_to_org token_expired token_revoked two_factor_setup_required unknown_method
`
  .trim()
  .split(/\s+/)

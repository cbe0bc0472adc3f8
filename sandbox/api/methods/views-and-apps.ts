// Web API methods, as docs.slack.dev documents them: views, Socket Mode, agents, functions and installation.
import { method } from './method.ts'

export const VIEWS_AND_APPS = {
  'apps.connections.open': method('t3', {
    errors: 'forbidden_team insecure_request internal_error invalid_auth missing_args',
    json: true,
    token: 'app',
  }),
  'apps.uninstall': method('t1', {
    required: 'client_id client_secret',
    errors: 'bad_client_secret client_id_token_mismatch internal_error invalid_client_id no_permission',
  }),
  'assistant.threads.setStatus': method('t5', {
    scopes: 'chat:write',
    required: 'channel_id status thread_ts',
    optional: 'icon_emoji icon_url loading_messages username',
    errors: 'channel_not_found invalid_thread_ts reserved_username',
    json: true,
  }),
  'assistant.threads.setSuggestedPrompts': method('t4', {
    scopes: 'assistant:write',
    required: 'channel_id prompts',
    optional: 'thread_ts title',
    errors: 'channel_not_found invalid_thread_ts message_not_found not_agent_app',
    json: true,
  }),
  'assistant.threads.setTitle': method('t4', {
    scopes: 'assistant:write',
    required: 'channel_id thread_ts title',
    errors: 'channel_not_found invalid_thread_ts',
    json: true,
  }),
  'functions.completeError': method('t3', {
    required: 'error function_execution_id',
    errors: 'access_denied execution_not_in_running_state function_execution_not_found unknown_method',
    json: true,
  }),
  'functions.completeSuccess': method('t3', {
    required: 'function_execution_id outputs',
    errors: `
      access_denied execution_not_in_running_state function_execution_not_found
      parameter_validation_failed unknown_method`,
    json: true,
  }),
  'oauth.v2.access': method('t5', {
    optional: 'assertion client_id client_secret code code_verifier grant_type redirect_uri refresh_token',
    errors: `
      bad_client_secret bad_redirect_uri cannot_install_an_org_installed_app invalid_client_id
      invalid_code invalid_code_verifier invalid_grant_type invalid_refresh_token no_scopes
      oauth_authorization_url_mismatch pkce_not_allowed preview_feature_not_available
      user_email_unverified`,
    token: 'none',
  }),
  'oauth.v2.exchange': method('t3', {
    required: 'client_id client_secret',
    errors: `
      authorization_not_found bad_client_secret internal_error invalid_client_id invalid_token
      token_already_exchanged token_rotation_not_enabled`,
  }),
  'views.open': method('t4', {
    required: 'view',
    optional: 'interactivity_pointer trigger_id',
    errors: `
      duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id
      view_too_large`,
    json: true,
  }),
  'views.publish': method('t4', {
    required: 'user_id view',
    optional: 'hash interactivity_pointer',
    errors: `
      duplicate_external_id hash_conflict missing_profile_id not_allowed_token_type not_enabled
      not_implemented view_too_large`,
    json: true,
  }),
  'views.push': method('t4', {
    required: 'view',
    optional: 'interactivity_pointer trigger_id',
    errors: `
      duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id not_found
      push_limit_reached view_too_large`,
    json: true,
  }),
  'views.update': method('t4', {
    required: 'view',
    optional: 'external_id hash view_id',
    errors: 'duplicate_external_id hash_conflict not_found view_too_large',
    json: true,
  }),
}

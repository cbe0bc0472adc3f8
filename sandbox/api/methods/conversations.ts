// Web API methods, as docs.slack.dev documents them: channels, direct messages and their history.
import { method } from './method.ts'

export const CONVERSATIONS = {
  'conversations.create': method('t2', {
    scopes: 'groups:write im:write mpim:write channels:write channels:manage',
    required: 'name',
    optional: 'is_private team_id',
    errors: `
      cannot_create_channel canvas_disabled_user_team invalid_name invalid_name_maxlength
      invalid_name_punctuation invalid_name_required invalid_name_specials missing_argument
      missing_scope name_taken no_channel restricted_action`,
    json: true,
  }),
  'conversations.history': method('t3', {
    scopes: 'groups:history im:history mpim:history channels:history',
    required: 'channel',
    optional: 'cursor include_all_metadata inclusive latest limit oldest',
    errors: `
      channel_is_limited_access channel_not_found invalid_cursor invalid_metadata_filter_keys
      invalid_ts_latest invalid_ts_oldest not_in_channel`,
    json: true,
  }),
  'conversations.info': method('t3', {
    scopes: 'groups:read im:read mpim:read channels:read',
    required: 'channel',
    optional: 'include_locale include_num_members',
    errors: 'channel_is_limited_access channel_not_found missing_scope',
  }),
  'conversations.invite': method('t3', {
    scopes: 'channels:write.invites groups:write.invites channels:manage groups:write im:write mpim:write',
    required: 'channel users',
    optional: 'force',
    errors: `
      already_in_channel app_cannot_join_channel cant_invite cant_invite_self channel_not_found
      external_channel_migrating invitee_cant_see_channel is_archived
      method_not_supported_for_channel_type missing_scope no_external_invite_permission
      no_permission no_user not_in_channel org_user_not_in_team ura_max_channels
      user_is_restricted user_not_found`,
    json: true,
  }),
  'conversations.join': method('t3', {
    scopes: 'channels:join',
    required: 'channel',
    errors: `
      channel_is_limited_access channel_not_found is_archived
      method_not_supported_for_channel_type missing_scope too_many_members`,
    json: true,
  }),
  'conversations.list': method('t2', {
    scopes: 'groups:read im:read mpim:read channels:read',
    optional: 'cursor exclude_archived limit team_id types',
    errors: `
      invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type
      missing_argument missing_scope`,
  }),
  'conversations.members': method('t4', {
    scopes: 'groups:read im:read mpim:read channels:read',
    required: 'channel',
    optional: 'cursor limit',
    errors: `
      channel_not_found fetch_members_failed invalid_cursor invalid_limit
      method_not_supported_for_channel_type missing_scope`,
  }),
  'conversations.open': method('t3', {
    scopes: 'channels:manage groups:write im:write mpim:write',
    optional: 'channel prevent_creation return_im users',
    errors: `
      channel_not_found invalid_user_combination method_not_supported_for_channel_type
      missing_scope not_enough_users too_many_users user_disabled user_not_found user_not_visible
      users_list_not_supplied`,
    json: true,
  }),
  'conversations.replies': method('t3', {
    scopes: 'groups:history im:history mpim:history channels:history',
    required: 'channel ts',
    optional: 'cursor include_all_metadata inclusive latest limit oldest',
    errors: `
      channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest
      invalid_ts_oldest list_record_comment_fetch_failed method_not_supported_for_channel_type
      missing_scope thread_not_found`,
  }),
}

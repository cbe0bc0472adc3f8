// Web API methods, as docs.slack.dev documents them: files, pins, bookmarks and reactions.
import { method } from './method.ts'

export const FILES_AND_REACTIONS = {
  'bookmarks.add': method('t2', {
    scopes: 'bookmarks:write',
    required: 'title type',
    optional: 'access_level channel_id emoji entity_id link parent_id',
    errors: `
      access_denied cannot_bookmark_from_external_org cannot_bookmark_restricted_sharing_enabled
      channel_not_found file_already_added file_not_found invalid_app_action_type
      invalid_bookmark_type invalid_child_type invalid_emoji invalid_entity_id invalid_link
      invalid_parent_type invalid_shortcut_type not_implemented parent_bookmark_disabled
      parent_with_link permission_denied slack_connect_blocked_file_type
      slack_connect_clip_sharing_blocked slack_connect_file_upload_sharing_blocked
      too_many_bookmarks too_many_requests too_many_tabs`,
    json: true,
  }),
  'files.completeUploadExternal': method('t4', {
    scopes: 'files:write',
    required: 'files',
    optional: 'blocks channel_id channels icon_emoji icon_url initial_comment thread_ts username',
    errors: `
      access_denied channel_not_found channels_limit_exceeded file_not_found file_type_not_allowed
      file_update_failed file_uploads_except_images_disabled invalid_blocks invalid_channel
      not_in_channel posting_to_channel_denied`,
    json: true,
  }),
  'files.delete': method('t3', {
    scopes: 'files:write',
    required: 'file',
    errors: 'cant_delete_file delete_not_allowed file_deleted file_deleting_disabled file_not_found',
    json: true,
  }),
  'files.getUploadURLExternal': method('t4', {
    scopes: 'files:write',
    required: 'filename length',
    optional: 'alt_txt snippet_type',
    errors: `
      alt_txt_too_large file_type_not_allowed file_upload_size_restricted file_uploads_disabled
      file_uploads_except_images_disabled missing_argument snippet_too_large storage_limit_reached
      unknown_snippet_type unknown_subtype`,
  }),
  'pins.add': method('t2', {
    scopes: 'pins:write',
    required: 'channel',
    optional: 'timestamp',
    errors: `
      already_pinned bad_timestamp channel_not_found external_channel_migrating file_not_found
      file_not_shared message_not_found no_item_specified not_in_channel not_pinnable
      restricted_action too_many_pins`,
    json: true,
  }),
  'reactions.add': method('t3', {
    scopes: 'reactions:write',
    required: 'channel name timestamp',
    errors: `
      already_reacted bad_timestamp channel_not_found external_channel_migrating invalid_name
      is_archived message_not_found no_access no_item_specified not_reactable thread_locked
      too_many_emoji too_many_reactions`,
    json: true,
  }),
  'reactions.remove': method('t2', {
    scopes: 'reactions:write',
    required: 'name',
    optional: 'channel file file_comment timestamp',
    errors: `
      bad_timestamp channel_not_found external_channel_migrating file_comment_not_found
      file_not_found invalid_name message_not_found no_access no_item_specified no_reaction
      thread_locked`,
    json: true,
  }),
}

// Web API methods, as docs.slack.dev documents them: posting, editing and streaming messages.
import { method } from './method.ts'

export const CHAT = {
  'chat.appendStream': method('t4', {
    scopes: 'chat:write',
    required: 'channel markdown_text ts',
    optional: 'chunks',
    errors: `
      as_user_not_supported channel_not_found channel_type_not_supported
      duplicate_channel_not_found duplicate_message_not_found ekm_access_denied invalid_blocks
      invalid_chunks invalid_metadata_format invalid_metadata_schema is_archived
      message_limit_exceeded message_not_found message_not_in_streaming_state
      message_not_owned_by_app messages_tab_disabled messaging_processing_failed
      metadata_must_be_sent_from_app metadata_too_large msg_blocks_too_long msg_blocks_too_many
      no_text not_in_channel rate_limited restricted_action
      restricted_action_non_threadable_channel restricted_action_read_only_channel
      restricted_action_thread_locked restricted_action_thread_only_channel
      slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked
      slack_connect_lists_sharing_blocked stopped_by_user team_not_found too_many_attachments
      too_many_contact_cards`,
    json: true,
  }),
  'chat.delete': method('t3', {
    scopes: 'chat:write',
    required: 'channel ts',
    optional: 'as_user',
    errors: 'cant_delete_message channel_not_found message_not_found',
    json: true,
  }),
  'chat.deleteScheduledMessage': method('t3', {
    scopes: 'chat:write',
    required: 'channel scheduled_message_id',
    optional: 'as_user',
    errors: 'bad_token channel_not_found invalid_scheduled_message_id',
    json: true,
  }),
  'chat.getPermalink': method('t5', {
    required: 'channel message_ts',
    errors: 'channel_not_found message_not_found',
  }),
  'chat.postEphemeral': method('t4', {
    scopes: 'chat:write',
    required: 'channel user',
    optional: `
      as_user attachments blocks icon_emoji icon_url link_names markdown_text metadata parse text
      thread_ts username`,
    errors: `
      cannot_reply_to_message channel_not_found invalid_attachments invalid_blocks
      invalid_blocks_format is_archived markdown_text_conflict message_limit_exceeded
      messages_tab_disabled msg_too_long no_text not_in_channel restricted_action
      too_many_attachments user_not_in_channel`,
    json: true,
  }),
  'chat.postMessage': method('t5', {
    scopes: 'chat:write',
    required: 'channel',
    optional: `
      as_user attachments blocks current_draft_last_updated_ts icon_emoji icon_url link_names
      markdown_text metadata mrkdwn parse reply_broadcast text thread_ts unfurl_links unfurl_media
      username`,
    errors: `
      app_access_restricted as_user_not_supported attachment_payload_limit_exceeded
      cannot_reply_to_message channel_not_found draft_already_deleted draft_already_sent
      draft_has_conflict draft_not_found duplicate_channel_not_found duplicate_message_not_found
      ekm_access_denied invalid_blocks invalid_blocks_format invalid_metadata_format
      invalid_metadata_schema is_archived markdown_text_conflict message_limit_exceeded
      messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large missing_file_data
      msg_blocks_too_long no_text not_in_channel rate_limited restricted_action
      restricted_action_non_threadable_channel restricted_action_read_only_channel
      restricted_action_thread_locked restricted_action_thread_only_channel
      send_on_behalf_not_allowed slack_connect_canvas_sharing_blocked
      slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked team_not_found
      too_many_attachments too_many_contact_cards`,
    json: true,
  }),
  'chat.scheduleMessage': method('t3', {
    scopes: 'chat:write',
    required: 'channel post_at',
    optional: `
      as_user attachments blocks link_names markdown_text metadata parse reply_broadcast text
      thread_ts unfurl_links unfurl_media`,
    errors: `
      channel_not_found invalid_blocks invalid_blocks_format invalid_metadata_format
      invalid_metadata_schema invalid_time invalid_token is_archived markdown_text_conflict
      message_limit_exceeded metadata_must_be_sent_from_app metadata_too_large msg_too_long
      no_text not_in_channel rate_limited restricted_action
      restricted_action_non_threadable_channel restricted_action_read_only_channel
      restricted_action_thread_only_channel restricted_too_many
      slack_connect_file_link_sharing_blocked time_in_past time_too_far too_many_attachments`,
    json: true,
  }),
  'chat.scheduledMessages.list': method('t3', {
    optional: 'channel cursor latest limit oldest team_id',
    errors: 'invalid_channel invalid_cursor invalid_token',
    json: true,
  }),
  'chat.startStream': method('t2', {
    scopes: 'chat:write',
    required: 'channel',
    optional: `
      chunks icon_emoji icon_url markdown_text recipient_team_id recipient_user_id
      task_display_mode thread_ts username`,
    errors: `
      channel_not_found channel_type_not_supported duplicate_channel_not_found
      duplicate_message_not_found ekm_access_denied invalid_blocks invalid_blocks_format
      invalid_chunks invalid_metadata_format invalid_metadata_schema is_archived
      message_limit_exceeded messages_tab_disabled messaging_processing_failed
      metadata_must_be_sent_from_app metadata_too_large missing_recipient_team_id
      missing_recipient_user_id msg_blocks_too_long msg_blocks_too_many no_text not_in_channel
      not_subscribed_to_message_stream_stopped rate_limited restricted_action
      restricted_action_non_threadable_channel restricted_action_read_only_channel
      restricted_action_thread_locked restricted_action_thread_only_channel
      slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked
      slack_connect_lists_sharing_blocked team_not_found user_not_found`,
    json: true,
  }),
  'chat.stopStream': method('t2', {
    scopes: 'chat:write',
    required: 'channel ts',
    optional: 'blocks chunks markdown_text metadata',
    errors: `
      as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message
      channel_not_found channel_type_not_supported duplicate_channel_not_found
      duplicate_message_not_found ekm_access_denied invalid_blocks invalid_chunks
      invalid_metadata_format invalid_metadata_schema is_archived message_limit_exceeded
      message_not_found message_not_in_streaming_state message_not_owned_by_app
      messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large missing_file_data
      msg_blocks_too_long msg_blocks_too_many no_text not_in_channel rate_limited
      restricted_action restricted_action_non_threadable_channel
      restricted_action_read_only_channel restricted_action_thread_locked
      restricted_action_thread_only_channel slack_connect_canvas_sharing_blocked
      slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked team_not_found
      too_many_attachments too_many_contact_cards`,
    json: true,
  }),
  'chat.update': method('t3', {
    scopes: 'chat:write',
    required: 'channel ts',
    optional: `
      as_user attachments blocks file_ids link_names markdown_text metadata parse reply_broadcast
      text unfurled_attachments`,
    errors: `
      as_user_not_supported block_mismatch blocked_file_type cant_broadcast_message
      cant_update_message channel_not_found edit_window_closed external_channel_migrating
      file_deleted file_is_deleted file_not_found file_share_limit_reached invalid_attachments
      invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema
      is_inactive markdown_text_conflict max_file_sharing_exceeded message_limit_exceeded
      message_not_found metadata_must_be_sent_from_app metadata_too_large msg_too_long
      no_dual_broadcast_content_update no_text posting_to_channel_denied
      slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked
      slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked
      slack_connect_file_upload_sharing_blocked streaming_state_conflict team_not_found
      too_many_attachments unable_to_share_files update_failed`,
    json: true,
  }),
}

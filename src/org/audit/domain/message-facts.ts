// The message to a team's channel about what was changed for everyone.
declare module '../../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'team-changes': { date: string }
  }
}

// Images, videos and remote files, and their allowed sources.
import { byType, exactlyOne, object, oneOf, type Shape, string, url } from './shape.ts'
import { plainText } from './text.ts'

const slackFile = object({ 'id?': string(), 'url?': url() }, exactlyOne('slack_file.source', 'id', 'url'))

const picture: Record<string, Shape> = {
  type: oneOf('image'),
  alt_text: string('image.alt_text'),
  'image_url?': url('image.image_url'),
  'slack_file?': slackFile,
}
export const pictureRule = exactlyOne('image.source', 'image_url', 'slack_file')

export const imageElement = object(picture, pictureRule)
/** The image element, where no other element is allowed. */
export const image = byType({ image: imageElement }, 'image.type')

export const imageBlock = { ...picture, 'title?': plainText('image_title') }

export const video = {
  type: oneOf('video'),
  alt_text: string('video.alt_text'),
  title: plainText('video.title'),
  video_url: url(),
  thumbnail_url: url(),
  'title_url?': url(),
  'author_name?': string('video.author_name'),
  'provider_name?': string('video.provider_name'),
  'provider_icon_url?': url(),
  'description?': plainText('video.description'),
}

export const file = { type: oneOf('file'), external_id: string(), source: oneOf('remote') }

export { message, problemMessage, say, type Message, type MessageId, type MessageParam } from './message';
export { inLanguage, saying, type PerhapsSaying, type Saying } from './saying';

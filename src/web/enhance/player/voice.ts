export const canSpeak = (): boolean => 'speechSynthesis' in window;

const rate = 0.92;

/** Says a text instead of whatever is being said. */
export function speak(text: string): void {
  if (!canSpeak()) return;
  speechSynthesis.cancel();
  if (text === '') return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = document.documentElement.lang;
  words.rate = rate;
  speechSynthesis.speak(words);
}

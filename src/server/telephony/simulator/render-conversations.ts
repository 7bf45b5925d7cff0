import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { conversationSchema, conversationSegmentSchema } from './conversation.ts'

// Speaks every conversation once and writes the recording and its measured times; see
// conversations/README.md. The product itself never runs this: it ships the result.

const folder = join(import.meta.dirname, 'conversations')
const sampleRate = 16_000
const leadInMs = 400
const leadOutMs = 500
const targetLevel = 0.1
const silenceLevel = 0.008
const telephoneBand = 'highpass=f=250,lowpass=f=3600'

type Voice = { engine: 'flite' | 'espeak'; name: string; pitch: number; tempo: number }

/** `pitch` and `tempo` are factors on the engine's own voice, which make one voice several people. */
const voices: Record<string, Voice> = {
  slt: { engine: 'flite', name: 'slt', pitch: 1, tempo: 0.88 },
  'slt-bright': { engine: 'flite', name: 'slt', pitch: 1.1, tempo: 0.92 },
  'slt-mature': { engine: 'flite', name: 'slt', pitch: 0.92, tempo: 0.92 },
  'slt-young': { engine: 'flite', name: 'slt', pitch: 1.18, tempo: 0.88 },
  'slt-tired': { engine: 'flite', name: 'slt', pitch: 0.88, tempo: 0.87 },
  rms: { engine: 'flite', name: 'rms', pitch: 1, tempo: 0.92 },
  'rms-young': { engine: 'flite', name: 'rms', pitch: 1.15, tempo: 0.98 },
  'rms-quick': { engine: 'flite', name: 'rms', pitch: 1.04, tempo: 1.02 },
  'rms-angry': { engine: 'flite', name: 'rms', pitch: 0.92, tempo: 1.0 },
  awb: { engine: 'flite', name: 'awb', pitch: 1, tempo: 0.85 },
  'awb-deep': { engine: 'flite', name: 'awb', pitch: 0.9, tempo: 0.9 },
  'awb-high': { engine: 'flite', name: 'awb', pitch: 1.1, tempo: 0.94 },
  'es-agente': { engine: 'espeak', name: 'es-419+steph', pitch: 1, tempo: 1.08 },
  'es-hombre': { engine: 'espeak', name: 'es-419+Michael', pitch: 1, tempo: 1.0 },
  'es-mujer': { engine: 'espeak', name: 'es+f2', pitch: 1.1, tempo: 1.04 },
  'es-senor': { engine: 'espeak', name: 'es+m3', pitch: 0.92, tempo: 0.98 },
  'es-enfadado': { engine: 'espeak', name: 'es-419+m7', pitch: 0.98, tempo: 1.08 },
}

const sourceSchema = conversationSchema.omit({ segments: true, durationMs: true }).extend({
  voices: z.object({ agent: z.string(), customer: z.string() }),
  durationMs: z.int(),
  segments: z.array(conversationSegmentSchema.pick({ speaker: true, text: true })),
})

function speak(voice: Voice, text: string, scratch: string): Float32Array {
  const wav = join(scratch, 'turn.wav')
  if (voice.engine === 'flite') {
    execFileSync('flite', ['-voice', voice.name, '-t', text, '-o', wav])
  } else {
    execFileSync('espeak-ng', ['-v', voice.name, '-s', '160', '-w', wav, text])
  }
  const filter = `rubberband=pitch=${voice.pitch}:tempo=${voice.tempo},${telephoneBand}`
  const input = ['-v', 'error', '-i', wav, '-af', filter]
  const pcm = execFileSync(
    'ffmpeg',
    [...input, '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', '-'],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return new Float32Array(new Uint8Array(pcm).buffer)
}

/** Cuts silence at both ends and brings speech, pauses inside not counted, to one loudness. */
function trimAndLevel(samples: Float32Array): Float32Array {
  const isLoud = (sample: number) => Math.abs(sample) > silenceLevel
  const speech = samples.subarray(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1)
  const loud = speech.filter(isLoud)
  const level = Math.sqrt(loud.reduce((sum, sample) => sum + sample * sample, 0) / loud.length)
  return speech.map((sample) => Math.max(-0.95, Math.min(0.95, (sample * targetLevel) / level)))
}

/** People take a moment to answer, longer after a question put to them than before a goodbye. */
function pauseMs(previousText: string | undefined): number {
  if (previousText === undefined) return leadInMs
  return previousText.endsWith('?') ? 620 : 420
}

function silence(durationMs: number): Float32Array {
  return new Float32Array((durationMs * sampleRate) / 1000)
}

function toMs(samples: number): number {
  return Math.round((samples * 1000) / sampleRate)
}

function voiceNamed(name: string): Voice {
  const voice = voices[name]
  if (!voice) throw new Error(`No voice is called ${name}`)
  return voice
}

function encode(parts: readonly Float32Array[], file: string): void {
  const raw = Buffer.concat(
    parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
  )
  const input = [
    '-y',
    '-v',
    'error',
    '-f',
    'f32le',
    '-ar',
    String(sampleRate),
    '-ac',
    '1',
    '-i',
    '-',
  ]
  const quiet = ['-map_metadata', '-1', '-id3v2_version', '0', '-fflags', '+bitexact']
  execFileSync('ffmpeg', [...input, '-c:a', 'libmp3lame', '-b:a', '24k', ...quiet, file], {
    input: raw,
  })
}

function render(id: string, scratch: string): void {
  const file = join(folder, `${id}.json`)
  const source = sourceSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const speakers = {
    agent: voiceNamed(source.voices.agent),
    customer: voiceNamed(source.voices.customer),
  }
  const parts: Float32Array[] = []
  let length = 0
  const append = (part: Float32Array) => {
    parts.push(part)
    length += part.length
  }
  const segments = source.segments.map(({ speaker, text }, index) => {
    append(silence(pauseMs(source.segments[index - 1]?.text)))
    const startMs = toMs(length)
    append(trimAndLevel(speak(speakers[speaker], text, scratch)))
    return { speaker, text, startMs, endMs: toMs(length) }
  })
  append(silence(leadOutMs))
  encode(parts, join(folder, source.audioFile))
  const rendered = { ...source, durationMs: toMs(length), segments }
  writeFileSync(file, `${JSON.stringify(rendered, null, 2)}\n`)
  process.stdout.write(`${id} ${rendered.durationMs} ms\n`)
}

const scratch = mkdtempSync(join(tmpdir(), 'conversations-'))
try {
  const only = process.argv.slice(2)
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
  for (const id of only.length > 0 ? only : ids) render(id, scratch)
} finally {
  rmSync(scratch, { recursive: true })
}

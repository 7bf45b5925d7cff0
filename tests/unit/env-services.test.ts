import { describe, expect, it } from 'vitest'
import { parseEnvironment } from '../../src/server/env.ts'

const bucket = {
  RECORDINGS_S3_URL: 'https://s3.eu-central-1.amazonaws.com/recordings/',
  RECORDINGS_S3_ACCESS_KEY_ID: 'id',
  RECORDINGS_S3_SECRET_ACCESS_KEY: 'secret',
}

describe('the environment of recordings and analysis', () => {
  it('keeps recordings in a folder and reads conversations here where nothing is said', () => {
    const env = parseEnvironment({ RECORDINGS_S3_URL: '', ANALYSIS_URL: '' })
    expect(env).toMatchObject({ recordingsS3: null, analysisService: null })
  })

  it('takes a bucket and a service', () => {
    const service = { ANALYSIS_URL: 'http://localhost:8080/v1/', ANALYSIS_MODEL: 'some-model' }
    expect(parseEnvironment({ ...bucket, ...service })).toMatchObject({
      recordingsS3: {
        url: 'https://s3.eu-central-1.amazonaws.com/recordings',
        region: 'us-east-1',
        accessKeyId: 'id',
        secretAccessKey: 'secret',
      },
      analysisService: { url: 'http://localhost:8080/v1', model: 'some-model', key: null },
    })
  })

  it.each([
    [
      { ...bucket, RECORDINGS_S3_ACCESS_KEY_ID: '' },
      'RECORDINGS_S3_ACCESS_KEY_ID: give it together',
    ],
    [{ RECORDINGS_S3_SECRET_ACCESS_KEY: 'x' }, 'RECORDINGS_S3_URL: give it together'],
    [{ ANALYSIS_URL: 'https://api.example.com/v1' }, 'ANALYSIS_MODEL: give it together'],
    [
      { ANALYSIS_URL: 'ftp://api.example.com', ANALYSIS_MODEL: 'm' },
      'ANALYSIS_URL: write an address',
    ],
    [{ PUBLIC_URL: 'ftp://calls.example.com' }, 'PUBLIC_URL: write an address that begins'],
  ])('names what is wrong in %j', (variables, words) => {
    expect(() => parseEnvironment(variables)).toThrow(words)
  })
})

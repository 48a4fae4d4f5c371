import { readFileSync, globSync } from 'node:fs'
import { eld } from 'eld/extrasmall'
import { languageOfWords } from './src/content/prose/language-words.ts'
const slow = (t: string) => { const r = eld.detect(t.slice(0,1500)); return r.isReliable() ? r.language : undefined }
const mo: Record<string,string[]> = JSON.parse(readFileSync('/tmp/spb/mo.json','utf8'))
let seed=1; const rnd=()=>{ seed=Math.imul(seed,1103515245)+12345&0x7fffffff; return seed/0x7fffffff }
const pick=<T>(a:T[])=>a[Math.floor(rnd()*a.length)] as T
const show = new Map<string,number>()
for (const [l,ts] of Object.entries(mo)) { if (ts.length<50) continue; let fast=0,bad=0,n=0; const wrong:string[]=[]
 for (let i=0;i<4000;i++){ const t=[pick(ts),pick(ts),pick(ts),pick(ts)].slice(0,1+i%4).join(' '); const f=languageOfWords(t); n++; if(f===undefined) continue; fast++; const s=slow(t); if (s!==f){bad++; if(wrong.length<4) wrong.push(`${f}≠${s}: ${t.slice(0,200)}`)} }
 console.log(l,n,'fast',fast,'bad',bad); for (const w of wrong) console.log('   ',w) }
const langs=Object.keys(mo).filter(l=>mo[l]!.length>50)
let fast=0,bad=0; const wrong:string[]=[]
for (let i=0;i<60000;i++){ const a=mo[pick(['it','en','fr','de','es','pt'])]!, b=mo[pick(langs)]!; const mode=i%3
 let t:string
 if(mode===0) t=[pick(a),pick(b),pick(a),pick(b)].map(x=>x.slice(0,20+rnd()*150)).join(' ')
 else { const w=[...pick(a).split(' '),...pick(a).split(' '),...pick(b).split(' '),...(mode===1?pick(b).split(' '):[])]; for(let k=w.length-1;k>0;k--){const j=Math.floor(rnd()*(k+1));[w[k],w[j]]=[w[j]!,w[k]!]} t=w.join(' ') }
 const f=languageOfWords(t); if(f===undefined) continue; fast++; const s=slow(t); if(s!==f){bad++; if(wrong.length<12) wrong.push(`${f}≠${s}: ${t.slice(0,300)}`)} }
console.log('mixed fast',fast,'bad',bad); for (const w of wrong) console.log('   ',w)
let cf=0,cb=0; const files=globSync('/tmp/spb/c1000/**/*.md'); for (const p of files){ const t=readFileSync(p,'utf8').split('---\n').slice(2).join('').replace(/[#\[\]()*>]/g,' '); const f=languageOfWords(t); if(f){cf++; if(f!==slow(t)) cb++} }
console.log('corpus', files.length, 'fast', cf, 'bad', cb)

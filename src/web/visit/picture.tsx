import { useEffect, useState } from 'react'
import type { Photo } from './photos.ts'

export function Picture({ photo, says }: { photo: Photo; says: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(photo.blob)
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [photo.blob])
  return (
    <span>
      {address && <img src={address} alt={`${photo.name} ${says}`} />}
      <span>{says}</span>
    </span>
  )
}

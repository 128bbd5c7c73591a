/// Little-endian numbers at fixed places of a record; the caller has checked that the record is long enough.
extension Collection<UInt8> where Index == Int {
    func uint16(_ offset: Int) -> UInt16 {
        let at = startIndex + offset
        return UInt16(self[at]) | UInt16(self[at + 1]) << 8
    }

    func uint32(_ offset: Int) -> UInt32 {
        UInt32(uint16(offset)) | UInt32(uint16(offset + 2)) << 16
    }

    func uint64(_ offset: Int) -> UInt64 {
        UInt64(uint32(offset)) | UInt64(uint32(offset + 4)) << 32
    }
}

package org.mxcensus.bucket;

/// What becomes of a request.
public enum Fault {
    /// It is done.
    NONE,
    /// Nothing is done, and the answer is 500 InternalError.
    INTERNAL_ERROR,
    /// Nothing is done, and the answer is 503 SlowDown.
    SLOW_DOWN,
    /// The connection breaks when half of the request's body has come.
    HALF_UPLOAD,
    /// It is done, and the connection breaks before the answer.
    LOST_ANSWER,
    /// It is done, and the connection breaks in the middle of the answer.
    HALF_ANSWER
}

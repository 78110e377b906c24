/** A text as a QR code, and the code as a drawing. Does not know what the text is for. */
package io.zhibu.qr;

package org.mifeng.kiosk.card.virtual;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * Puts a {@link VirtualIdCard} into vpcd's reader: being connected is being inserted. Each message is a length of two
 * bytes and a body; a body of one byte is power off (0), power on (1), reset (2) or "the ATR, please" (4), a longer one a
 * command APDU.
 *
 * <p>Without quick acknowledgement each exchange takes 44 ms, and that option does not stay: it is set before every read.
 */
final class VpcdCard {
    /** The port of vpcd's first slot. */
    static final int PORT = 35963;

    private static final int GET_ATR = 4;

    private final VirtualIdCard card;

    VpcdCard(VirtualIdCard card) {
        this.card = card;
    }

    /** Whether vpcd listens. A connection that says nothing is no card: vpcd asks for the ATR only at its next poll. */
    static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Inserts the card.
     *
     * @throws IOException if nobody listens
     */
    static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address(port), (int) Duration.ofSeconds(2).toMillis());
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Stays inserted until the connection ends or the script lifts the card.
     *
     * @return whether the card was lifted by its script, so that it must not be inserted again
     */
    boolean stay(Socket connected) throws IOException {
        try (Socket socket = connected) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] message = new byte[length(socket, in)];
                socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                in.readFully(message);
                if (message.length == 1) {
                    if (message[0] == GET_ATR) {
                        send(out, card.atr());
                    }
                } else {
                    send(out, card.transmit(message));
                }
            }
        } catch (VirtualIdCard.LiftedException e) {
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private static int length(Socket socket, DataInputStream in) throws IOException {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        return in.readUnsignedShort();
    }

    private static void send(DataOutputStream out, byte[] body) throws IOException {
        byte[] message = new byte[body.length + 2];
        message[0] = (byte) (body.length >>> 8);
        message[1] = (byte) body.length;
        System.arraycopy(body, 0, message, 2, body.length);
        out.write(message);
        out.flush();
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }
}

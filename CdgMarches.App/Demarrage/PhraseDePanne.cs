using System.Net.Sockets;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace CdgMarches.App.Demarrage;

/// <summary>Ce qui a empêché l'application de démarrer, en une phrase : ce qui est arrivé, ce qui est sauf, que faire.</summary>
internal static class PhraseDePanne
{
    public static string De(Exception panne, string? adresses = null) =>
        Chaine(panne).Select(p => Connue(p, adresses)).FirstOrDefault(phrase => phrase is not null)
        ?? $"L'application n'a pas pu démarrer : {UneLigne(panne.Message)} Les données n'ont pas été modifiées.";

    private static IEnumerable<Exception> Chaine(Exception panne)
    {
        for (var p = panne; p is not null; p = p.InnerException)
        {
            yield return p;
        }
    }

    private static string? Connue(Exception panne, string? adresses) =>
        panne switch
        {
            DemarrageImpossibleException impossible => impossible.Message,
            RegleMetierException refus => refus.Message,
            SqliteException sqlite => DeSqlite(sqlite),
            SqlException sql => DeSqlServer(sql),
            AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                $"L'adresse {adresses} est déjà utilisée par un autre programme. Arrêtez-le, ou choisissez une autre adresse avec --urls. Les données n'ont pas été touchées.",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                $"Le système refuse d'écouter sur {adresses}. Choisissez une autre adresse avec --urls. Les données n'ont pas été touchées.",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                $"L'adresse {adresses} n'est pas celle de cette machine. Choisissez une autre adresse avec --urls. Les données n'ont pas été touchées.",
            InvalidDataException { InnerException: FormatException or System.Text.Json.JsonException } =>
                $"Le fichier de réglages ne se lit pas : {UneLigne(panne.InnerException!.Message)} Corrigez-le, puis relancez. Les données n'ont pas été touchées.",
            UnauthorizedAccessException =>
                $"L'application n'a pas le droit d'écrire là où un réglage le demande : {UneLigne(panne.Message)} Donnez-lui ce droit, ou changez le réglage.",
            _ => null,
        };

    private static string DeSqlite(SqliteException panne) =>
        panne.SqliteErrorCode switch
        {
            26 =>
                "Le fichier de ConnectionStrings:CdgMarches n'est pas une base SQLite. Il n'a pas été modifié : indiquez le bon fichier.",
            11 => "La base SQLite est abîmée. Elle n'a pas été modifiée : remettez en place une sauvegarde, puis relancez.",
            14 =>
                "Le fichier de ConnectionStrings:CdgMarches ne peut pas être ouvert. Vérifiez que le dossier existe et que l'application peut y écrire.",
            8 => "Le fichier de ConnectionStrings:CdgMarches est en lecture seule. Donnez à l'application le droit d'y écrire.",
            13 => "Le disque est plein : la base n'a pas pu être écrite. Libérez de la place, puis relancez.",
            5 or 6 =>
                "La base est occupée par un autre programme. Fermez-le, puis relancez. Les données n'ont pas été modifiées.",
            _ =>
                $"La base SQLite a refusé de s'ouvrir (code {panne.SqliteErrorCode} : {UneLigne(panne.Message)}). Les données n'ont pas été modifiées.",
        };

    private static string DeSqlServer(SqlException panne) =>
        panne.Number switch
        {
            18456 or 18452 =>
                "Le serveur SQL Server refuse cette connexion : vérifiez le compte et le mot de passe de ConnectionStrings:CdgMarches. Les données n'ont pas été touchées.",
            4060 =>
                "Le serveur SQL Server répond, mais la base nommée dans ConnectionStrings:CdgMarches n'existe pas ou ce compte n'y a pas accès. Créez-la, ou corrigez la chaîne de connexion.",
            229 or 262 =>
                "Le compte de ConnectionStrings:CdgMarches n'a pas les droits nécessaires sur la base. Rien n'a été modifié : demandez-les à l'administrateur de la base.",
            _ =>
                $"Le serveur SQL Server de ConnectionStrings:CdgMarches ne répond pas ou refuse la connexion (code {panne.Number}). Vérifiez le nom du serveur, le réseau et que le service tourne. Les données n'ont pas été touchées.",
        };

    private static string UneLigne(string message)
    {
        var ligne = message.ReplaceLineEndings(" ").Trim();
        return ligne.EndsWith('.') ? ligne : ligne + ".";
    }
}

using System.Text;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Import;

/// <summary>Un import d'essai : trois articles connus, sept colonnes de tous les genres.</summary>
internal static class ImportDEssai
{
    public enum Nature
    {
        Fournitures,
        Services,
    }

    public sealed record Article(
        string Code,
        string? Nom,
        Nature? Nature,
        Quantite? Minimum,
        MontantHt? Prix,
        DateOnly? Fin,
        bool? Actif
    );

    public static readonly ColonneDImport<string?> Code = Colonnes.Code("Code", 5) with { Presence = Presence.ValeurRequise };
    public static readonly ColonneDImport<string?> Nom = Colonnes.Texte("Désignation", 100) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Libellé", "Article"],
    };
    public static readonly ColonneDImport<Nature?> LaNature = Colonnes.Choix(
        "Nature",
        ("Fournitures", Nature.Fournitures),
        ("Services", Nature.Services)
    );
    public static readonly ColonneDImport<Quantite?> Minimum = Colonnes.Quantite("Minimum") with { Saisie = true };
    public static readonly ColonneDImport<MontantHt?> Prix = Colonnes.MontantHt("Prix HT (€)");
    public static readonly ColonneDImport<DateOnly?> Fin = Colonnes.Date("Fin du marché");
    public static readonly ColonneDImport<bool?> Actif = Colonnes.OuiNon("Actif") with { VideConserve = true };
    public static readonly PlanDImport Plan = new("Besoins", Code, Nom, LaNature, Minimum, Prix, Fin, Actif);

    public static readonly Champs<Article> LesChamps = new Champs<Article>()
        .Avec(Code, a => a.Code)
        .Avec(Nom, a => a.Nom)
        .Avec(LaNature, a => a.Nature)
        .Avec(Minimum, a => a.Minimum)
        .Avec(Prix, a => a.Prix)
        .Avec(Fin, a => a.Fin)
        .Avec(Actif, a => a.Actif);

    public static readonly Article[] Existants =
    [
        new(
            "01001",
            "Gants nitrile",
            Nature.Fournitures,
            Quantite.De(1.5m),
            MontantHt.DEuros(12.5m),
            new DateOnly(2027, 12, 31),
            true
        ),
        new("01002", "=Masque", null, null, null, null, null),
        new("01003", "Contrôle\nfactice", Nature.Services, Quantite.Zero, MontantHt.Zero, null, false),
    ];

    public static ApercuDImport Apercu(byte[] octets) =>
        ApercuDImport.Construire(
            Plan.Lire(Lire(octets, "liste.csv")),
            l => l.Lire(Code),
            c => Existants.FirstOrDefault(a => a.Code == c),
            LesChamps
        );

    public static byte[] Csv(params string[] lignes) => Encoding.UTF8.GetBytes(string.Join("\r\n", lignes));

    public static void Entete(ClosedXML.Excel.IXLWorksheet feuille, int ligne)
    {
        for (var i = 0; i < Plan.Colonnes.Count; i++)
        {
            feuille.Cell(ligne, i + 1).SetValue(Plan.Colonnes[i].Entete);
        }
    }
}

using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements;

/// <summary>La saisie d'une délibération et de ses formalités.</summary>
public sealed class SaisieDActe
{
    public string? Numero { get; set; }

    public DateOnly? Adoptee { get; set; }

    public DateOnly? Publiee { get; set; }

    public DateOnly? Transmise { get; set; }

    public DateOnly? Accusee { get; set; }

    public Guid? Piece { get; set; }

    public static IReadOnlyList<ChampCompare<SaisieDActe>> Champs { get; } = ChampsDe<SaisieDActe>(s => s);

    /// <summary>Les champs d'une délibération tenue dans une saisie plus large.</summary>
    public static IReadOnlyList<ChampCompare<TModele>> ChampsDe<TModele>(Func<TModele, SaisieDActe> acte) =>
        [
            new("Numéro de la délibération", s => acte(s).Numero, (moi, lui) => acte(moi).Numero = acte(lui).Numero),
            new("Adoptée le", s => Formats.DateCourte(acte(s).Adoptee), (moi, lui) => acte(moi).Adoptee = acte(lui).Adoptee),
            new("Publiée le", s => Formats.DateCourte(acte(s).Publiee), (moi, lui) => acte(moi).Publiee = acte(lui).Publiee),
            new(
                "Transmise le",
                s => Formats.DateCourte(acte(s).Transmise),
                (moi, lui) => acte(moi).Transmise = acte(lui).Transmise
            ),
            new(
                "Accusé de réception le",
                s => Formats.DateCourte(acte(s).Accusee),
                (moi, lui) => acte(moi).Accusee = acte(lui).Accusee
            ),
        ];

    public static SaisieDActe De(ActeDeliberatif acte) =>
        new()
        {
            Numero = acte.Numero,
            Adoptee = acte.AdopteeLe,
            Publiee = acte.PublieeLe,
            Transmise = acte.TransmiseLe,
            Accusee = acte.AccuseeLe,
            Piece = acte.Piece,
        };

    public ActeDeliberatif Lire() =>
        new()
        {
            Numero = string.IsNullOrWhiteSpace(Numero) ? null : Numero.Trim(),
            AdopteeLe = Adoptee,
            PublieeLe = Publiee,
            TransmiseLe = Transmise,
            AccuseeLe = Accusee,
            Piece = Piece,
        };
}

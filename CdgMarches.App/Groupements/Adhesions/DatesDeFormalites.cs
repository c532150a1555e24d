using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La saisie des signatures et formalités d'une adhésion.</summary>
public sealed class DatesDeFormalites
{
    public static IReadOnlyList<ChampCompare<DatesDeFormalites>> Champs { get; } =
    [
        new("Signée par le membre le", s => Formats.DateCourte(s.Membre), (moi, lui) => moi.Membre = lui.Membre),
        new(
            "Signée par le coordonnateur le",
            s => Formats.DateCourte(s.Coordonnateur),
            (moi, lui) => moi.Coordonnateur = lui.Coordonnateur
        ),
        new("Acte transmis le", s => Formats.DateCourte(s.Transmise), (moi, lui) => moi.Transmise = lui.Transmise),
        new("Accusé de réception de l'acte le", s => Formats.DateCourte(s.Accusee), (moi, lui) => moi.Accusee = lui.Accusee),
        new("Acte publié le", s => Formats.DateCourte(s.Publiee), (moi, lui) => moi.Publiee = lui.Publiee),
    ];

    public DateOnly? Membre { get; set; }

    public DateOnly? Coordonnateur { get; set; }

    public DateOnly? Transmise { get; set; }

    public DateOnly? Accusee { get; set; }

    public DateOnly? Publiee { get; set; }

    public static DatesDeFormalites De(FormalitesDAdhesion f) =>
        new()
        {
            Membre = f.SigneeParLeMembreLe,
            Coordonnateur = f.SigneeParLeCoordonnateurLe,
            Transmise = f.TransmiseLe,
            Accusee = f.AccuseeLe,
            Publiee = f.PublieeLe,
        };

    public FormalitesDAdhesion Lire() => new(Membre, Coordonnateur, Transmise, Accusee, Publiee);
}

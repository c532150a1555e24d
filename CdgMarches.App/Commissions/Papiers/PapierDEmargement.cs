using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Documents;
using Microsoft.EntityFrameworkCore;
using Composition = CdgMarches.App.Documents.Origine.Composition;

namespace CdgMarches.App.Commissions.Papiers;

/// <summary>La feuille d'émargement, en paysage, une ligne par siège : sans elle, le quorum n'est pas prouvé (RG2.23).</summary>
public sealed class PapierDEmargement(LirePiecesDeSeance lire, IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : PapierDeSeance(lire, donnees, horloge)
{
    public const string Nature = "commissions.emargement";
    private const string Sieges = "liste_des_sieges";
    private const string Invites = "invites";

    public override string Code => Nature;

    public override GenreDeDocument Genre => GenreDeDocument.FeuilleDEmargement;

    public override string Titre => "Feuille d'émargement de la commission d'appel d'offres";

    public override OrientationDePage Orientation => OrientationDePage.Paysage;

    public override IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            Sieges,
            "Un siège par ligne",
            [
                new("siege", "Membre", "Commune de Lens"),
                new("titulaire", "Titulaire", "Mme Aude Vasseur"),
                new("titulaire_present", "Présence relevée du titulaire", "14 h 03"),
                new("suppleant", "Suppléant", "M. Paul Carpentier"),
                new("suppleant_present", "Présence relevée du suppléant", ""),
                new("signature", "Case de signature", ""),
            ]
        ),
        new(
            Invites,
            "Voix consultatives",
            [
                new("role", "Rôle", "Comptable public"),
                new("nom", "Nom", "Mme Nadège Lefort"),
                new("signature", "Case de signature", ""),
            ]
        ),
    ];

    public override void Composer(Composition page) =>
        page.Titre("Feuille d'émargement", "{{commission}} — {{date_seance}} à {{heure_seance}}, {{lieu}}")
            .Paragraphe("{{reference}} — {{sieges}} sièges à voix délibérative, quorum : {{quorum}} ({{fondement}}).")
            .Tableau(
                Sieges,
                12,
                new ColonneDeTableau("Siège", "{{siege}}", 5),
                new ColonneDeTableau("Titulaire", "{{titulaire}} {{titulaire_present}}", 5),
                new ColonneDeTableau("Signature du titulaire", "{{signature}}", 4),
                new ColonneDeTableau("Suppléant", "{{suppleant}} {{suppleant_present}}", 5),
                new ColonneDeTableau("Signature du suppléant", "{{signature}}", 4)
            )
            .Section("Voix consultatives (elles ne comptent pas au quorum)")
            .Si(
                Invites,
                p =>
                    p.Tableau(
                        Invites,
                        12,
                        new ColonneDeTableau("Rôle", "{{role}}", 4),
                        new ColonneDeTableau("Nom", "{{nom}}", 5),
                        new ColonneDeTableau("Signature", "{{signature}}", 4)
                    )
            )
            .SiNon(Invites, p => p.Paragraphe("Aucune."));

    protected override IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces)
    {
        var d = Commencer(pieces, "Feuille d'émargement");
        d.Table(
                Sieges,
                pieces.Feuille.Places.OrderBy(p => p.Ordre),
                (p, l) =>
                    l.Champ("siege", p.EstPresident ? $"{p.Membre} (président)" : p.Membre)
                        .Champ("titulaire", p.NomDuTitulaire ?? "Siège vacant")
                        .Champ("titulaire_present", pieces.Heures(p.Titulaire, Fuseau) ?? " ")
                        .Champ("suppleant", p.NomDuSuppleant ?? "—")
                        .Champ("suppleant_present", pieces.Heures(p.Suppleant, Fuseau) ?? " ")
                        .Champ("signature", " ")
            )
            .Table(
                Invites,
                pieces.Seance.Invites,
                (i, l) => l.Champ("role", i.Role.Libelle()).Champ("nom", i.Nom).Champ("signature", " ")
            );
        return [d];
    }
}

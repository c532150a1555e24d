using System.Linq.Expressions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Un avenant dans la liste d'un membre.</summary>
/// <param name="Reponse">La réponse de sa collectivité, attendue ou donnée.</param>
/// <param name="Numero">Le numéro de l'avenant.</param>
/// <param name="Objet">Son objet.</param>
/// <param name="Groupement">Le nom du groupement.</param>
/// <param name="Membre">La collectivité qui répond.</param>
/// <param name="Etat">Où en est l'avenant.</param>
/// <param name="SoumisLe">Le jour où le texte a été soumis.</param>
/// <param name="EffetLe">Le jour où il est entré en vigueur.</param>
/// <param name="Sens">Ce qu'elle a répondu.</param>
/// <param name="EstAttendue">Vrai si son approbation du texte d'aujourd'hui est attendue.</param>
/// <param name="Piece">La délibération déposée.</param>
public sealed record LigneDAvenantDuMembre(
    ApprobationDAvenantId Reponse,
    int Numero,
    string Objet,
    string Groupement,
    string Membre,
    EtatDAvenant Etat,
    DateOnly? SoumisLe,
    DateOnly? EffetLe,
    SensDApprobation Sens,
    bool EstAttendue,
    Guid? Piece
)
{
    public string EnClair => LireAvenantsDuMembre.EnClair(Sens, EstAttendue);
}

/// <summary>Un avenant tel qu'un membre le lit, avec la réponse de sa collectivité.</summary>
/// <param name="Reponse">La réponse, attendue ou donnée.</param>
/// <param name="Avenant">L'avenant.</param>
/// <param name="Groupement">Le nom du groupement.</param>
/// <param name="Membre">La collectivité qui répond.</param>
/// <param name="Decompte">Ce que tous les membres ont répondu.</param>
/// <param name="PeutApprouver">Si l'approbation peut s'enregistrer, à la délibération près.</param>
public sealed record AvenantDuMembre(
    ApprobationDAvenant Reponse,
    AvenantDeConvention Avenant,
    string Groupement,
    string Membre,
    DecompteDAvenant Decompte,
    bool PeutApprouver
)
{
    public string EnClair => LireAvenantsDuMembre.EnClair(Reponse.Sens, PeutApprouver);
}

/// <summary>Les avenants sur lesquels les collectivités de l'utilisateur ont été consultées ; ceux qui attendent d'abord.</summary>
public sealed class LireAvenantsDuMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string FiltreReponse = "reponse";
    public const string AApprouver = "attendue";

    private static readonly Expression<Func<Consultation, bool>> EstAttendue = c =>
        c.Avenant.Etat == EtatDAvenant.Soumis
        && c.EstPartie
        && (
            c.Reponse.Sens == SensDApprobation.Attendu
            || (c.Reponse.Sens == SensDApprobation.Approuve && c.Reponse.Empreinte != c.Avenant.Empreinte)
        );

    public async Task<PageDe<LigneDAvenantDuMembre>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var consultations = Consultations(contexte, acteur, horloge.Aujourdhui);
        if (demande.Filtre(FiltreReponse) == AApprouver)
        {
            consultations = consultations.Where(EstAttendue);
        }

        var total = await consultations.CountAsync(annulation);
        var lues = await consultations
            .OrderByDescending(c => c.Avenant.Etat == EtatDAvenant.Soumis)
            .ThenByDescending(c => c.Avenant.SoumisLe)
            .ThenBy(c => c.Membre.CleDeTri)
            .ThenBy(c => c.Reponse.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new
            {
                c.Reponse,
                c.Avenant.Numero,
                c.Avenant.Objet,
                c.Avenant.Etat,
                c.Avenant.Empreinte,
                c.Avenant.SoumisLe,
                c.Avenant.EffetLe,
                Groupement = AppellationDuGroupement.AvecMillesime(c.Groupement.Nom, c.Groupement.Millesime),
                Membre = c.Membre.Nom,
                c.EstPartie,
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDAvenantDuMembre>(
            [
                .. lues.Select(l => new LigneDAvenantDuMembre(
                    l.Reponse.Id,
                    l.Numero,
                    l.Objet,
                    l.Groupement,
                    l.Membre,
                    l.Etat,
                    l.SoumisLe,
                    l.EffetLe,
                    l.Reponse.Sens,
                    l is { Etat: EtatDAvenant.Soumis, EstPartie: true } && l.Reponse.EstAttendue(l.Empreinte),
                    l.Reponse.Deliberation.Piece
                )),
            ],
            total
        );
    }

    /// <returns>Null si la réponse n'est pas d'une collectivité de l'utilisateur.</returns>
    public async Task<AvenantDuMembre?> UnAsync(Acteur acteur, ApprobationDAvenantId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lu = await Consultations(contexte, acteur, horloge.Aujourdhui)
            .Where(c => c.Reponse.Id == id)
            .Select(c => new
            {
                c.Reponse,
                c.Avenant,
                Groupement = AppellationDuGroupement.AvecMillesime(c.Groupement.Nom, c.Groupement.Millesime),
                c.Groupement.Regles,
                Membre = c.Membre.Nom,
                c.EstPartie,
            })
            .SingleOrDefaultAsync(annulation);
        return lu is null
            ? null
            : new AvenantDuMembre(
                lu.Reponse,
                lu.Avenant,
                lu.Groupement,
                lu.Membre,
                await contexte.DecompteAsync(lu.Avenant, lu.Regles, horloge.Aujourdhui, annulation),
                lu is { EstPartie: true, Avenant.Etat: EtatDAvenant.Soumis } && lu.Reponse.EstAttendue(lu.Avenant.Empreinte)
            );
    }

    /// <summary>Les textes qui attendent l'approbation d'une collectivité de l'utilisateur, le plus ancien d'abord.</summary>
    internal static async Task<IReadOnlyList<AvenantAApprouver>> AttendusAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        await Consultations(contexte, acteur, jour)
            .Where(EstAttendue)
            .Where(c => c.Avenant.SoumisLe != null)
            .OrderBy(c => c.Avenant.SoumisLe)
            .ThenBy(c => c.Reponse.Id)
            .Select(c => new AvenantAApprouver(
                c.Reponse.Id,
                c.Avenant.Numero,
                c.Avenant.Objet,
                AppellationDuGroupement.AvecMillesime(c.Groupement.Nom, c.Groupement.Millesime),
                c.Membre.Nom,
                c.Avenant.SoumisLe!.Value
            ))
            .ToListAsync(annulation);

    /// <summary>Ce que la collectivité a répondu, dans ses mots.</summary>
    internal static string EnClair(SensDApprobation sens, bool attendue) =>
        attendue
            ? sens is SensDApprobation.Approuve
                ? "texte changé depuis notre approbation, à approuver de nouveau"
                : "approbation attendue"
            : sens is SensDApprobation.Attendu
                ? "sans réponse"
                : sens.Libelle().ToLower(Francais.Culture);

    private static IQueryable<Consultation> Consultations(MarchesDbContext contexte, Acteur acteur, DateOnly jour)
    {
        var siennes = acteur.Perimetre.Collectivites;
        var parties = contexte.Adhesions.NonFinies(jour);
        return from r in contexte.ApprobationsDAvenant.AsNoTracking()
            join a in contexte.AvenantsDeConvention.AsNoTracking() on r.Avenant equals a.Id
            join g in contexte.Groupements.AsNoTracking() on a.Groupement equals g.Id
            join c in contexte.Collectivites.AsNoTracking() on r.Collectivite equals c.Id
            where siennes.Contains(r.Collectivite)
            select new Consultation
            {
                Reponse = r,
                Avenant = a,
                Groupement = g,
                Membre = c,
                EstPartie = parties.Any(m => m.Groupement == a.Groupement && m.Collectivite == r.Collectivite),
            };
    }

    private sealed class Consultation
    {
        public required ApprobationDAvenant Reponse { get; init; }

        public required AvenantDeConvention Avenant { get; init; }

        public required Groupement Groupement { get; init; }

        public required Collectivite Membre { get; init; }

        /// <summary>Elle est membre, ou le sera : sortie, on n'attend plus rien d'elle.</summary>
        public required bool EstPartie { get; init; }
    }
}

/// <summary>Un texte que l'assemblée d'un membre doit encore approuver.</summary>
public sealed record AvenantAApprouver(
    ApprobationDAvenantId Reponse,
    int Numero,
    string Objet,
    string Groupement,
    string Membre,
    DateOnly SoumisLe
);

using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>La réponse d'un membre à une prestation, vue de la page qui les réunit.</summary>
public sealed record ReponseDuMembre(
    ReponseId Id,
    int Version,
    string Libelle,
    EtatDeReponse Etat,
    bool HorsDelai,
    DateOnly JourLimite,
    int Lignes,
    int LignesRepondues,
    int LignesSignalees,
    Verdict PeutValider,
    string? NumeroDeRecu,
    string? ReponduePar,
    DateTimeOffset? RepondueLe,
    ModeDeValidation? Mode,
    string? Motif,
    bool ADesN1,
    bool APiece
);

/// <summary>Ce que l'acteur peut faire des réponses d'un membre.</summary>
public sealed record PouvoirsSurLeMembre(bool Saisir, bool Signer, bool Deleguer, bool ParDelegation, bool AuNomDe, bool Gerer);

/// <summary>Toutes les réponses d'un membre à une campagne.</summary>
public sealed record FicheMembre(
    CampagneId Campagne,
    string ReferenceDeCampagne,
    string IntituleDeCampagne,
    string? Consigne,
    EtatDeCampagne EtatDeCampagne,
    CollectiviteId Collectivite,
    string Membre,
    IReadOnlyList<ReponseDuMembre> Reponses,
    AgentDuCdg? Agent,
    PouvoirsSurLeMembre Pouvoirs,
    string NomDeLActeur
)
{
    /// <summary>Celles que l'on peut encore saisir.</summary>
    public IEnumerable<ReponseDuMembre> Saisissables => Reponses.Where(r => r.Etat.EstSaisissable() && !r.HorsDelai);

    /// <summary>Celles que l'on peut valider maintenant.</summary>
    public IEnumerable<ReponseDuMembre> Validables => Saisissables.Where(r => r.PeutValider.EstFavorable);
}

/// <summary>Lit les réponses d'un membre à une campagne, chacune avec ce qui manque pour la valider.</summary>
public sealed class LireMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, ControlerReponse controler)
{
    private static readonly SignatureDeReponse SignatureDEssai = new(ModeDeValidation.Compte, "—", "—");

    /// <returns>La fiche, ou null si le membre n'est pas de la campagne ou du périmètre.</returns>
    public async Task<FicheMembre?> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await contexte.ReponsesDuMembreAsync(acteur, id, collectivite, annulation);
        if (reponses.Count == 0)
        {
            return null;
        }

        var campagne = await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == id, annulation);
        var membre = await contexte.Collectivites.Where(c => c.Id == collectivite).Select(c => c.Nom).SingleAsync(annulation);
        var ordre = campagne.Prestations.ToDictionary(p => p.Prestation);
        List<ReponseDuMembre> lues = [];
        foreach (var reponse in reponses.OrderBy(r => ordre[r.Prestation].Ordre))
        {
            lues.Add(await LireAsync(contexte, campagne, reponse, ordre[reponse.Prestation].Libelle, annulation));
        }

        return new FicheMembre(
            campagne.Id,
            campagne.Reference,
            campagne.Intitule,
            campagne.Consigne,
            campagne.Etat is EtatDeCampagne.Ouverte && campagne.EstClose(horloge.Maintenant)
                ? EtatDeCampagne.Close
                : campagne.Etat,
            collectivite,
            membre,
            lues,
            await LireCampagne.AgentAsync(contexte, campagne, annulation),
            await PouvoirsAsync(contexte, acteur, collectivite, annulation),
            acteur.Nom
        );
    }

    private async Task<ReponseDuMembre> LireAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        Reponse reponse,
        string libelle,
        CancellationToken annulation
    )
    {
        var maintenant = horloge.Maintenant;
        var lignes = await contexte.LignesDeCatalogue.CountAsync(
            l => l.Campagne == campagne.Id && l.Prestation == reponse.Prestation && l.RetireeALaVersion == null,
            annulation
        );
        var examen = await controler.ExecuterAsync(contexte, reponse, annulation);
        var n1 = await ValeursN1.ExistentAsync(contexte, reponse, campagne.Precedente, annulation);
        return new ReponseDuMembre(
            reponse.Id,
            reponse.Version,
            libelle,
            reponse.Etat,
            reponse.Etat.EstSaisissable() && reponse.OuverteJusqua <= maintenant,
            horloge.Jour(reponse.OuverteJusqua.AddMilliseconds(-1)),
            lignes,
            examen.Controle.LignesRepondues,
            examen.Signalees.Count,
            reponse.PeutValider(examen.Controle, SignatureDEssai, maintenant),
            reponse.NumeroDeRecu,
            reponse.ReponduePar,
            reponse.RepondueLe,
            reponse.Mode,
            reponse.Motif,
            n1,
            reponse.Piece is not null
        );
    }

    private async Task<PouvoirsSurLeMembre> PouvoirsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CollectiviteId collectivite,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var cdg = acteur.Perimetre.EstCdg;
        var signataire = !cdg && acteur.Peut(Droits.ValiderRecensement) && acteur.Perimetre.EstSignataire(collectivite);
        var delegue =
            !cdg
            && await contexte.Delegations.AnyAsync(
                d =>
                    d.Collectivite == collectivite
                    && d.Utilisateur == acteur.Id
                    && d.Du <= jour
                    && (d.Au == null || d.Au >= jour),
                annulation
            );
        return new PouvoirsSurLeMembre(
            acteur.Peut(Droits.SaisirRecensement),
            signataire,
            signataire || (cdg && acteur.Peut(Droits.ValiderRecensement)),
            delegue,
            cdg && acteur.Peut(Droits.ValiderRecensement),
            cdg && acteur.Peut(Droits.GererRecensements)
        );
    }
}

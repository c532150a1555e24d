using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Ce que la page des réglages des contributions montre.</summary>
public sealed record ReglagesDesContributions(
    IReadOnlyList<ComptableLu> Comptables,
    string? VoiesDeRecours,
    DateOnly? VoiesDepuis,
    decimal? Seuil,
    IReadOnlyList<RegimeLu> Regimes,
    bool PeutGerer
);

/// <summary>Un comptable, et ce qui empêche de le corriger ou de le retirer.</summary>
public sealed record ComptableLu(ComptableAssignataire Comptable, Verdict PeutCorriger);

/// <summary>Le régime financier d'un groupement.</summary>
public sealed record RegimeLu(
    GroupementId Groupement,
    string Nom,
    bool MissionRemuneree,
    string Frais,
    string Article,
    bool EstFixe
);

/// <summary>Le comptable assignataire, les voies de recours et ce que chaque convention permet de faire payer.</summary>
public sealed class TenirComptables(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
{
    public async Task<ReglagesDesContributions> LireAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var valeurs = await parametres.ValeursAsync(annulation);
        var voies = valeurs.EnVigueur(ParametresDesContributions.VoiesDeRecours, jour);
        var groupements = await contexte
            .Groupements.AsNoTracking()
            .DuPerimetre(acteur)
            .OrderBy(g => g.CleDeTri)
            .Select(g => new { g.Id, g.Nom })
            .ToListAsync(annulation);
        var regimes = await contexte.RegimesFinanciers.AsNoTracking().ToDictionaryAsync(r => r.Groupement, annulation);
        var comptables = await contexte
            .ComptablesAssignataires.AsNoTracking()
            .OrderByDescending(c => c.Debut)
            .ToListAsync(annulation);
        Dictionary<ComptableAssignataireId, int> appels = [];
        foreach (var comptable in comptables)
        {
            appels[comptable.Id] = await AppelsAsync(contexte, comptable, annulation);
        }

        return new ReglagesDesContributions(
            [.. comptables.Select(c => new ComptableLu(c, ComptableAssignataire.PeutCorriger(appels[c.Id])))],
            voies?.Texte,
            voies?.Debut,
            valeurs.EnVigueur(ParametresDesContributions.SeuilDeRecouvrement, jour)?.Nombre,
            [
                .. groupements.Select(g =>
                    regimes.GetValueOrDefault(g.Id) is { } r
                        ? new RegimeLu(g.Id, g.Nom, r.MissionRemuneree, r.CodesDesFrais, r.Article, EstFixe: true)
                        : new RegimeLu(g.Id, g.Nom, MissionRemuneree: true, "", "", EstFixe: false)
                ),
            ],
            acteur.Peut(Droits.PreparerContributions)
        );
    }

    /// <summary>Enregistre un comptable ; celui qui vaut sans fin s'arrête la veille.</summary>
    public async Task FixerAsync(Acteur acteur, SaisieDeComptable saisie, CancellationToken annulation = default)
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var connus = await contexte.ComptablesAssignataires.ToListAsync(annulation);
        var remplace = connus.Find(c => c.Fin is null && c.Debut < saisie.Debut);
        if (remplace is not null)
        {
            remplace.Modifier(Saisir(remplace, saisie.Debut.AddDays(-1)), Autres(connus, remplace));
        }

        contexte.Add(ComptableAssignataire.Creer(saisie, Autres(connus)));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Corrige un comptable qu'aucun appel ne porte ; celui qui le précédait s'arrête la veille de son premier jour.</summary>
    /// <exception cref="RegleMetierException">Un appel le porte, ou ce qui est écrit n'est pas admis.</exception>
    public Task CorrigerAsync(
        Acteur acteur,
        ComptableAssignataireId id,
        int versionLue,
        SaisieDeComptable saisie,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (_, connus, comptable, appels) =>
            {
                ComptableAssignataire.PeutCorriger(appels).Exiger();
                var corrige = saisie with { Fin = comptable.Fin };
                if (Precedent(connus, comptable) is { } precedent && precedent.Debut < corrige.Debut)
                {
                    precedent.Modifier(Saisir(precedent, corrige.Debut.AddDays(-1)), Autres(connus, precedent, comptable));
                }

                comptable.Modifier(corrige, Autres(connus, comptable));
            },
            annulation
        );

    /// <summary>Retire un comptable qu'aucun appel ne porte ; celui qui le précédait reprend ses jours.</summary>
    /// <exception cref="RegleMetierException">Un appel le porte.</exception>
    public Task RetirerAsync(Acteur acteur, ComptableAssignataireId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (contexte, connus, comptable, appels) =>
            {
                comptable.Retirer(appels);
                var precedent = Precedent(connus, comptable);
                precedent?.Modifier(Saisir(precedent, comptable.Fin), Autres(connus, precedent, comptable));
                contexte.Remove(comptable);
            },
            annulation
        );

    private async Task AgirAsync(
        Acteur acteur,
        ComptableAssignataireId id,
        int versionLue,
        Action<MarchesDbContext, List<ComptableAssignataire>, ComptableAssignataire, int> geste,
        CancellationToken annulation
    )
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var connus = await contexte.ComptablesAssignataires.ToListAsync(annulation);
        var comptable =
            connus.Find(c => c.Id == id) ?? throw new RefusException("Ce comptable n'existe plus. Rien n'a été modifié.");
        contexte.ExigerVersion(comptable, versionLue);
        geste(contexte, connus, comptable, await AppelsAsync(contexte, comptable, annulation));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Les appels émis qui portent ce comptable : ceux dont la date est dans sa validité.</summary>
    private static Task<int> AppelsAsync(MarchesDbContext contexte, ComptableAssignataire comptable, CancellationToken annulation)
    {
        var (debut, fin) = (comptable.Debut, comptable.Fin ?? DateOnly.MaxValue);
        return contexte.Appels.CountAsync(a => a.Numero != null && a.DateDAppel >= debut && a.DateDAppel <= fin, annulation);
    }

    private static ComptableAssignataire? Precedent(List<ComptableAssignataire> connus, ComptableAssignataire comptable) =>
        connus.Find(c => c.Fin == comptable.Debut.AddDays(-1));

    /// <summary>Change le texte des voies de recours à partir d'un jour ; les appels passés gardent le leur.</summary>
    public async Task FixerLesVoiesAsync(Acteur acteur, string? texte, DateOnly aPartirDu, CancellationToken annulation = default)
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        if (string.IsNullOrWhiteSpace(texte) || texte.Trim().Length > MentionsDuTitre.LongueurDesVoies)
        {
            throw new RefusException("Écrivez les voies et délais de recours, 2 000 caractères au plus. Rien n'a été modifié.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var connues = await contexte
            .ValeursDatees.Where(v => v.Code == ParametresDesContributions.VoiesDeRecours && v.Portee == PorteeDeValeur.Cdg)
            .ToListAsync(annulation);
        if (connues.Exists(v => v.Debut >= aPartirDu))
        {
            throw new RefusException(
                "Un texte vaut déjà à partir de ce jour ou d'un jour suivant : choisissez une date plus tardive. Rien n'a été modifié."
            );
        }

        var avant = connues.Find(v => v.EstEnVigueur(aPartirDu));
        avant?.Clore(aPartirDu.AddDays(-1));
        var nouvelle = ValeurDatee.DeTexte(
            ParametresDesContributions.VoiesDeRecours,
            texte.Trim(),
            aPartirDu,
            null,
            "CGCT, art. L1617-5, 2° ; CJA, art. R421-5"
        );
        contexte.ValeursDatees.Add(nouvelle);
        var fait = new ValeurDateeAjoutee(
            Parametrage.Nom(ParametresDesContributions.VoiesDeRecours),
            avant?.Texte,
            nouvelle.Texte!
        );
        contexte.Journaliser(LigneDeJournal.De(Parametrage.ObjetType, Parametrage.ObjetId, fait, acteur, horloge.Maintenant));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        parametres.Oublier();
    }

    public async Task FixerLeRegimeAsync(
        Acteur acteur,
        GroupementId groupement,
        bool missionRemuneree,
        string? frais,
        string? article,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.GroupementAsync(acteur, groupement, annulation);
        var codes = (frais ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries);
        if (await contexte.RegimesFinanciers.SingleOrDefaultAsync(r => r.Groupement == groupement, annulation) is { } regime)
        {
            regime.Modifier(missionRemuneree, codes, article);
        }
        else
        {
            contexte.Add(RegimeFinancier.Fixer(groupement, missionRemuneree, codes, article));
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private static SaisieDeComptable Saisir(ComptableAssignataire c, DateOnly? fin) =>
        new(c.Nom, c.Adresse, c.CodePostal, c.Ville, c.Iban, c.Signataire, c.Debut, fin);

    private static List<Periode> Autres(
        IEnumerable<ComptableAssignataire> connus,
        params ReadOnlySpan<ComptableAssignataire?> sauf
    )
    {
        List<Periode> autres = [];
        foreach (var connu in connus)
        {
            if (!sauf.Contains(connu))
            {
                autres.Add(new Periode(connu.Debut, connu.Fin));
            }
        }

        return autres;
    }
}

using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>L'envoi des convocations, leur preuve, les réponses, le quorum qu'elles annoncent.</summary>
public sealed partial class PageConvocations(ConvoquerSeance convoquer, SuivreConvocations suivre, ModifierSeance modifier)
{
    private static readonly IReadOnlyList<Option<CanalDeConvocation>> Canaux =
    [
        new(CanalDeConvocation.Courrier, CanalDeConvocation.Courrier.Libelle()),
        new(CanalDeConvocation.MainPropre, CanalDeConvocation.MainPropre.Libelle()),
    ];

    private string? _motif;
    private SuiviDeConvocation? _suivie;
    private CanalDeConvocation _canal = CanalDeConvocation.Courrier;
    private DateOnly? _jour;
    private string? _preuve;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    private bool AEnvoyer =>
        Fiche is { PeutGerer: true }
        && (
            Fiche.Seance.Etat is EtatDeSeance.Programmee
            || Fiche.Seance is { Etat: EtatDeSeance.Convoquee, RectificativeDue: true }
        );

    private bool TropTard => Fiche!.Delai.Etat is EtatDuDelai.Depasse;

    private Quorum Quorum => Fiche!.Seance.QuorumDe(Fiche.Sieges);

    private async Task ConvoquerAsync()
    {
        var phrase = "";
        await AgirAsync(
            async acteur => phrase = await convoquer.ExecuterAsync(acteur, Seance, Fiche!.Version, _motif),
            "Les convocations sont parties."
        );
        Dire(phrase);
    }

    private async Task CompleterAsync()
    {
        var phrase = "";
        await AgirAsync(async acteur => phrase = await convoquer.CompleterAsync(acteur, Seance, Fiche!.Version, _motif), "");
        Dire(phrase);
    }

    /// <summary>La première date possible en envoyant aujourd'hui.</summary>
    private async Task ReporterAsync()
    {
        var d = Fiche!.Seance.Donnees;
        var date = Fiche.Delai.ProchaineDatePossible;
        await AgirAsync(
            acteur =>
                modifier.ExecuterAsync(
                    acteur,
                    Seance,
                    Fiche.Version,
                    new DonneesDeSeance(date, d.Heure, d.Mode, d.Lieu, d.Lien, d.Modalites),
                    "Report au premier jour que le délai permet"
                ),
            $"La séance est reportée au {Socle.Formats.DateAvecJour(date)}. Envoyez les convocations aujourd'hui."
        );
    }

    private async Task RelancerAsync()
    {
        var nombre = 0;
        await AgirAsync(async acteur => nombre = await suivre.RelancerAsync(acteur, Seance), "");
        Dire(
            nombre == 0
                ? "Tous ont répondu : personne n'a été relancé."
                : $"{Socle.Formats.Compter(nombre, "personne relancée", "personnes relancées")}."
        );
    }

    private void Suivre(SuiviDeConvocation suivi) =>
        (_suivie, _jour, _preuve, _canal, _erreurs, Retour) = (
            suivi,
            Horloge.Aujourdhui,
            null,
            CanalDeConvocation.Courrier,
            [],
            null
        );

    private async Task AdresserAsync()
    {
        _erreurs = [];
        if (_jour is not { } jour)
        {
            _erreurs = [new ErreurDeSaisie("jour", "Indiquez la date de l'envoi.")];
            return;
        }

        var phrase = "";
        var id = _suivie!.Convocation.Id;
        if (await AgirAsync(async acteur => phrase = await suivre.AdresserAsync(acteur, id, _canal, jour, _preuve), ""))
        {
            _suivie = null;
            Dire(phrase);
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private Task RenvoyerAsync() =>
        SurElleAsync((a, id) => convoquer.RenvoyerAsync(a, id), "La convocation est renvoyée, avec un nouveau lien.");

    private Task RejeterAsync() =>
        SurElleAsync(
            (a, id) => suivre.RejeterAsync(a, id, _preuve),
            "La convocation reste à adresser : renvoyez-la, ou remettez-la autrement."
        );

    private Task RetirerLienAsync() => SurElleAsync((a, id) => suivre.RetirerLienAsync(a, id), "Le lien ne vaut plus.");

    private async Task SurElleAsync(Func<Domain.Noyau.Acteur, ConvocationId, Task> geste, string succes)
    {
        var id = _suivie!.Convocation.Id;
        if (await AgirAsync(acteur => geste(acteur, id), succes))
        {
            _suivie = null;
        }
    }

    private void Dire(string phrase)
    {
        if (Retour is { Reussi: true } && phrase.Length > 0)
        {
            Retour = Socle.Retour.Ok(phrase);
        }
    }
}
